using System.Net;
using System.Text.Json.Nodes;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class MovedRepositoryTests : IAsyncLifetime
{
    private Caller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        _caller.Repository.Files[".github/a file.yml"] = "one";
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    /// <summary>As GitHub answers it: <see href="https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects"/>.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("/contents/.github/a%20file.yml?ref=main", "/contents/.github/a%20file.yml?ref=main")]
    [InlineData("/issues?state=all&per_page=1", "/issues?state=all&per_page=1")]
    public async Task An_old_name_leads_to_the_id(string asked, string route)
    {
        _caller.GitHub.Rename(_caller.Repository, "welcome");

        using var answer = await _caller.GetAsync($"repos/Octo/hello{asked}");
        var location = answer.Headers.Location!.OriginalString;

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal($"{_caller.GitHub.ApiUrl}repositories/{_caller.Repository.Id}{route}", location);
        Assert.Equal(location, $"{JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["url"]}");
        using var followed = await _caller.Client.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, followed.StatusCode);
        Assert.Equal(200, await _caller.GetStatusAsync($"repos/octo/welcome{asked}"));
    }

    [Fact]
    public async Task Below_an_Enterprise_Servers_path_it_leads_to_the_id_there()
    {
        _caller.GitHub.Rename(_caller.Repository, "welcome");

        using var answer = await _caller.GetAsync("api/v3/repos/octo/hello/contents/");

        Assert.Equal($"{_caller.GitHub.ApiUrl}api/v3/repositories/{_caller.Repository.Id}/contents/", $"{answer.Headers.Location}");
    }

    [Fact]
    public async Task What_is_written_to_an_old_name_is_to_be_sent_again()
    {
        var issue = _caller.GitHub.OpenIssue(_caller.Repository, _caller.GitHub.AddUser("somebody"));
        _caller.GitHub.Rename(_caller.Repository, "welcome");

        using var answer = await _caller.CommentAsync(issue);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.EndsWith($"/repositories/{_caller.Repository.Id}/issues/{issue.Number}/comments", $"{answer.Headers.Location}", StringComparison.Ordinal);
        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task A_name_that_another_took_leads_to_the_other()
    {
        _caller.GitHub.Rename(_caller.Repository, "welcome");
        var other = _caller.GitHub.AddRepository(_caller.Installation, "octo", "hello");

        Assert.Equal(other.Id, (long)(await _caller.GetObjectAsync("repos/octo/hello"))["id"]!);
    }

    [Fact]
    public async Task What_went_to_another_account_is_shown_to_the_installation_there()
    {
        var there = _caller.GitHub.AddInstallation("elsewhere");
        _caller.GitHub.Transfer(_caller.Repository, "elsewhere", there);
        var path = $"repositories/{_caller.Repository.Id}/contents/.github/a%20file.yml";

        Assert.Equal((301, 404), (await _caller.GetStatusAsync("repos/octo/hello"), await _caller.GetStatusAsync(path)));
        _caller.Present(_caller.GitHub.IssueToken(there));
        Assert.Equal((301, 200), (await _caller.GetStatusAsync("repos/octo/hello"), await _caller.GetStatusAsync(path)));
        Assert.Equal("elsewhere/hello", $"{(await _caller.GetObjectAsync("repos/elsewhere/hello"))["full_name"]}");
    }

    [Fact]
    public async Task Where_a_secret_repository_went_only_those_learn_who_see_it()
    {
        var secret = _caller.GitHub.AddRepository(_caller.Installation, "octo", "secret", isPrivate: true);
        _caller.GitHub.Rename(secret, "renamed");
        Assert.Equal(301, await _caller.GetStatusAsync("repos/octo/secret"));
        _caller.GitHub.Transfer(secret, "elsewhere");

        Assert.Equal(404, await _caller.GetStatusAsync("repos/octo/secret"));
    }

    [Fact]
    public async Task A_fork_has_the_files_of_its_parent_and_goes_its_own_way()
    {
        var fork = _caller.GitHub.Fork(_caller.Repository, _caller.GitHub.AddUser("newcomer"));
        _caller.GitHub.PutFile(fork, ".github/a file.yml", "two");

        Assert.Equal(("one", "two"), (_caller.Repository.Files[".github/a file.yml"], fork.Files[".github/a file.yml"]));
        Assert.Equal(404, await _caller.GetStatusAsync("repos/newcomer/hello"));
    }
}
