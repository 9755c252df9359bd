using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class ContentTests : IAsyncLifetime
{
    private const string Contents = "repos/octo/hello/contents";

    private Caller _caller = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _caller = await Caller.StartAsync();

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    /// <summary>A file that GitHub has, with the sha that it has there: <see href="https://github.com/octokit/fixtures"/>.</summary>
    [Fact]
    public async Task A_file_is_answered_as_GitHub_answers_it()
    {
        _caller.Repository.Files["README.md"] = "# hello-world";

        var file = await _caller.GetObjectAsync($"{Contents}/README.md");

        Assert.Equal(("file", "base64", 13, "README.md"), ($"{file["type"]}", $"{file["encoding"]}", (int)file["size"]!, $"{file["path"]}"));
        Assert.Equal(("93a078d1c3f76aa1ca11def8f882a06df1d4a01b", "IyBoZWxsby13b3JsZA==\n"), ($"{file["sha"]}", $"{file["content"]}"));
        Assert.Equal("https://github.com/octo/hello/blob/main/README.md", $"{file["html_url"]}");
        Assert.Equal($"{file["url"]}", $"{file["_links"]!["self"]}");
    }

    [Fact]
    public async Task A_long_file_is_base64_in_lines_and_one_too_long_is_left_out()
    {
        var text = new string('a', 1000);
        _caller.Repository.Files["long.yml"] = text;
        _caller.Repository.Files["longer.yml"] = new string('a', 1024 * 1024 + 1);

        var file = await _caller.GetObjectAsync($"{Contents}/long.yml");
        var longer = await _caller.GetObjectAsync($"{Contents}/longer.yml");

        Assert.All($"{file["content"]}".Split('\n'), line => Assert.InRange(line.Length, 0, 60));
        Assert.Equal(text, Encoding.UTF8.GetString(Convert.FromBase64String($"{file["content"]}")));
        Assert.Equal(("none", ""), ($"{longer["encoding"]}", $"{longer["content"]}"));
        Assert.Equal(1024 * 1024 + 1, (await ReadAsync($"{Contents}/longer.yml", "application/vnd.github.raw+json")).Text.Length);
    }

    [Theory]
    [InlineData("application/vnd.github.raw+json")]
    [InlineData("application/vnd.github.v3.raw")]
    public async Task A_file_is_to_be_had_as_it_is(string accept)
    {
        _caller.Repository.Files[".github/community bot.yml"] = "welcome: é\n";

        var (type, text) = await ReadAsync($"{Contents}/.github/community%20bot.yml", accept);

        Assert.Equal(($"{accept}; charset=utf-8", "welcome: é\n"), (type, text));
    }

    [Fact]
    public async Task A_folder_lists_what_is_in_it()
    {
        _caller.Repository.Files["README.md"] = "# hello-world";
        _caller.Repository.Files[".github/communitybot.yml"] = "version: 1\n";
        _caller.Repository.Files[".github/ISSUE_TEMPLATE/bug.yml"] = "name: Bug\n";

        var root = await _caller.GetArrayAsync(Contents);
        var folder = await _caller.GetArrayAsync($"{Contents}/.github");

        Assert.Equal(["dir .github", "file README.md"], root.Select(entry => $"{entry!["type"]} {entry["path"]}"));
        Assert.Equal(["dir .github/ISSUE_TEMPLATE", "file .github/communitybot.yml"], folder.Select(entry => $"{entry!["type"]} {entry["path"]}"));
        Assert.Equal(11, (int)folder[1]!["size"]!);
        Assert.Null(folder[1]!["content"]);
        using var asObject = await _caller.GetAsync($"{Contents}/.github", "application/vnd.github.object+json");
        Assert.Equal(2, JsonNode.Parse(await asObject.Content.ReadAsStringAsync(Cancelled))!["entries"]!.AsArray().Count);
    }

    /// <summary>The shas are git's own, of the same files and dates.</summary>
    [Fact]
    public void Trees_and_commits_are_named_as_git_names_them()
    {
        Assert.Equal("4b825dc642cb6eb9a060e54bf8d69288fbee4904", _caller.Repository.Files.Head.Tree);
        _caller.GitHub.Commit(_caller.Repository, new Dictionary<string, string?> { ["a.md"] = "one\n", ["a/b.md"] = "two\n", ["a-b"] = "three\n" });

        Assert.Equal("a222ac921aff2903a99c180e0afc3e4218da524b", _caller.Repository.Files.Head.Tree);
        Assert.Equal("93103c8a570f7d253dbc3386f26abbb05e52db92", _caller.Repository.Files.Head.Sha);
    }

    [Theory]
    [InlineData("contents/.github/communitybot.yml", "Not Found")]
    [InlineData("contents/readme.md", "Not Found")]
    [InlineData("contents/README.md/more", "Not Found")]
    [InlineData("contents/README.md?ref=nowhere", "No commit found for the ref nowhere")]
    public async Task What_is_not_there_is_not_found(string path, string message)
    {
        _caller.Repository.Files["README.md"] = "# hello-world";

        using var answer = await _caller.GetAsync($"repos/octo/hello/{path}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(message, $"{JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancelled))!["message"]}");
    }

    [Fact]
    public async Task Each_ref_has_its_own_files()
    {
        var first = _caller.GitHub.PutFile(_caller.Repository, "file", "one");
        _caller.GitHub.PutFile(_caller.Repository, "file", "two");
        var draft = _caller.GitHub.PutFile(_caller.Repository, "file", "three", branch: "drafts/new");
        _caller.Repository.Files.Point("refs/tags/v1", first);

        foreach (var (reference, text) in new[]
        {
            ("", "two"), ("?ref=main", "two"), ("?ref=refs/heads/main", "two"), ($"?ref={first}", "one"), ("?ref=v1", "one"), ("?ref=drafts/new", "three"), ($"?ref={draft}", "three"),
        })
        {
            Assert.Equal(text, (await ReadAsync($"{Contents}/file{reference}", "application/vnd.github.raw+json")).Text);
        }

        _caller.Repository.DefaultBranch = "trunk";
        _caller.Repository.Files["file"] = "four";
        Assert.Equal("four", (await ReadAsync($"{Contents}/file", "application/vnd.github.raw+json")).Text);
        Assert.Equal("two", (await ReadAsync($"{Contents}/file?ref=main", "application/vnd.github.raw+json")).Text);
        Assert.Equal("trunk", $"{(await _caller.GetObjectAsync("repos/octo/hello"))["default_branch"]}");
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_was_there_before()
    {
        var written = _caller.GitHub.PutFile(_caller.Repository, "file", "one");
        _caller.GitHub.DeleteFile(_caller.Repository, "file");

        Assert.Null(_caller.Repository.Files["file"]);
        Assert.Equal((404, 200), (await _caller.GetStatusAsync($"{Contents}/file"), await _caller.GetStatusAsync($"{Contents}/file?ref={written}")));
        using var root = await _caller.GetAsync(Contents);
        Assert.Contains("This repository is empty.", await root.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/vnd.github.raw+json")]
    public async Task Who_has_a_file_already_gets_it_for_nothing(string accept)
    {
        _caller.Repository.Files["file"] = "one";
        using var first = await _caller.GetAsync($"{Contents}/file", accept);
        using var again = await _caller.GetAsync($"{Contents}/file", accept, first.Headers.ETag);
        _caller.Repository.Files["file"] = "two";
        using var changed = await _caller.GetAsync($"{Contents}/file", accept, first.Headers.ETag);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.StatusCode, again.StatusCode, changed.StatusCode));
        Assert.Equal(2, _caller.GitHub.Charged(_caller.Installation));
    }

    [Fact]
    public async Task Files_are_for_who_may_read_them()
    {
        _caller.Repository.Files["file"] = "one";
        var stranger = _caller.GitHub.AddInstallation("stranger");
        _caller.Installation.Permissions.TryRemove("contents", out _);

        using var refused = await _caller.GetAsync($"{Contents}/file");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("contents=read", refused.Headers.GetValues("x-accepted-github-permissions").Single());
        _caller.Present(_caller.GitHub.IssueToken(stranger));
        Assert.Equal(404, await _caller.GetStatusAsync($"{Contents}/file"));
        _caller.Present("nonsense");
        Assert.Equal(401, await _caller.GetStatusAsync($"{Contents}/file"));
    }

    [Fact]
    public async Task Faults_strike_files_too()
    {
        _caller.Repository.Files["file"] = "one";
        _caller.GitHub.Faults.Add(new(FaultKind.Status, (_, path) => path.Contains("/contents/", StringComparison.Ordinal)) { Times = 1 });

        Assert.Equal((502, 200), (await _caller.GetStatusAsync($"{Contents}/file"), await _caller.GetStatusAsync($"{Contents}/file")));
    }

    private async Task<(string Type, string Text)> ReadAsync(string path, string accept)
    {
        using var answer = await _caller.GetAsync(path, accept);
        var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancelled);
        return ($"{answer.Content.Headers.ContentType}", text);
    }
}
