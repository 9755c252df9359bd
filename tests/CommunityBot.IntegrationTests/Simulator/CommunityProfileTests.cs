using System.Text.Json.Nodes;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class CommunityProfileTests : IAsyncLifetime
{
    private const string Profile = "repos/octo/hello/community/profile";

    private Caller _caller = null!;

    public async ValueTask InitializeAsync() => _caller = await Caller.StartAsync();

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public async Task What_is_absent_is_null()
    {
        var profile = await _caller.GetObjectAsync(Profile);

        Assert.Equal(0, (int)profile["health_percentage"]!);
        Assert.Equal(
            ["code_of_conduct", "code_of_conduct_file", "contributing", "issue_template", "license", "pull_request_template", "readme"],
            profile["files"]!.AsObject().Select(part => part.Key).Order(StringComparer.Ordinal));
        Assert.All(profile["files"]!.AsObject(), part => Assert.Null(part.Value));
    }

    [Theory]
    [InlineData("contributing", "CONTRIBUTING.md")]
    [InlineData("contributing", "docs/contributing.rst")]
    [InlineData("contributing", ".github/CONTRIBUTING")]
    [InlineData("readme", "README.md")]
    [InlineData("code_of_conduct", ".github/CODE_OF_CONDUCT.md")]
    [InlineData("code_of_conduct_file", "CODE_OF_CONDUCT.md")]
    [InlineData("license", "LICENSE")]
    [InlineData("pull_request_template", "docs/pull_request_template.md")]
    public async Task A_file_is_found_by_its_name(string part, string path)
    {
        _caller.Repository.Files[path] = "Hello.";

        var files = (await _caller.GetObjectAsync(Profile))["files"]!;

        Assert.Equal($"https://github.com/octo/hello/blob/main/{path}", $"{files[part]!["html_url"]}");
        Assert.StartsWith("https://api.github.com/", $"{files[part]!["url"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_for_GitHub_is_looked_at_first()
    {
        foreach (var folder in new[] { "docs/", "", ".github/" })
        {
            _caller.Repository.Files[$"{folder}CONTRIBUTING.md"] = "Hello.";
            Assert.EndsWith($"/main/{folder}CONTRIBUTING.md", await ContributingAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_repository_lacks_is_taken_from_the_owners_own()
    {
        var defaults = _caller.GitHub.AddRepository(_caller.GitHub.AddInstallation("other"), "octo", ".github");
        foreach (var file in new[] { "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "README.md", "LICENSE" })
        {
            defaults.Files[file] = "Hello.";
        }

        var files = (await _caller.GetObjectAsync(Profile))["files"]!;
        Assert.Equal("https://github.com/octo/.github/blob/main/CONTRIBUTING.md", $"{files["contributing"]!["html_url"]}");
        Assert.Equal("https://github.com/octo/.github/blob/main/CODE_OF_CONDUCT.md", $"{files["code_of_conduct"]!["html_url"]}");
        Assert.Equal((null, null), (files["readme"], files["license"]));
        _caller.Repository.Files["CONTRIBUTING.md"] = "Hello.";
        Assert.Equal("https://github.com/octo/hello/blob/main/CONTRIBUTING.md", await ContributingAsync());
    }

    [Fact]
    public async Task A_secret_repository_gives_no_defaults()
    {
        _caller.GitHub.AddRepository(_caller.Installation, "octo", ".github", isPrivate: true).Files["CONTRIBUTING.md"] = "Hello.";

        Assert.Equal("", await ContributingAsync());
    }

    [Fact]
    public async Task A_profile_is_for_who_may_read_files()
    {
        _caller.Installation.Permissions.TryRemove("contents", out _);
        Assert.Equal(403, await _caller.GetStatusAsync(Profile));
        Assert.Equal(404, await _caller.GetStatusAsync("repos/octo/nothing/community/profile"));
    }

    private async Task<string> ContributingAsync() => (await _caller.GetObjectAsync(Profile))["files"]!["contributing"] is JsonObject file ? $"{file["html_url"]}" : "";
}
