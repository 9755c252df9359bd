using System.Text.Json;
using CommunityBot.GitHubSimulator;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class PullRequestTests : IAsyncLifetime
{
    private Caller _caller = null!;
    private SimulatedUser _newcomer = null!;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        _newcomer = _caller.GitHub.AddUser("newcomer");
        _caller.Repository.Files["kept.md"] = "kept\n";
        _caller.Repository.Files["list.md"] = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public async Task Files_are_told_with_what_changed_in_them()
    {
        var pull = _caller.GitHub.OpenPullRequest(_caller.Repository, _newcomer);
        _caller.GitHub.PutFile(pull, ".github/communitybot.yml", "version: 1\nwelcome: true\n");
        var head = _caller.GitHub.Commit(pull, new Dictionary<string, string?>
        {
            ["kept.md"] = null,
            ["moved/kept.md"] = "kept\n",
            ["list.md"] = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
        });

        var files = await _caller.GetArrayAsync($"repos/octo/hello/pulls/{pull.Number}/files");

        Assert.Equal(
            [".github/communitybot.yml added +2 -0 =2 ", "list.md modified +1 -1 =2 ", "moved/kept.md renamed +0 -0 =0 kept.md"],
            files.Select(file => $"{file!["filename"]} {file["status"]} +{file["additions"]} -{file["deletions"]} ={file["changes"]} {file["previous_filename"]}"));
        Assert.Equal("@@ -0,0 +1,2 @@\n+version: 1\n+welcome: true", $"{files[0]!["patch"]}");
        Assert.Equal("@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8", $"{files[1]!["patch"]}");
        Assert.False(files[2]!.AsObject().ContainsKey("patch"));
        Assert.Equal($"https://github.com/octo/hello/blob/{head}/.github%2Fcommunitybot.yml", $"{files[0]!["blob_url"]}");
        Assert.Equal($"https://api.github.com/repos/octo/hello/contents/.github%2Fcommunitybot.yml?ref={head}", $"{files[0]!["contents_url"]}");
    }

    [Fact]
    public async Task Files_come_in_pages_and_may_be_set()
    {
        var pull = _caller.GitHub.OpenPullRequest(_caller.Repository, _newcomer);
        pull.Files = [.. Enumerable.Range(0, 3010).Select(number => new SimulatedPullFile($"{number:0000}.md") { Additions = 1 })];

        Assert.Equal(30, (await _caller.GetArrayAsync($"repos/octo/hello/pulls/{pull.Number}/files")).Count);
        var last = await _caller.GetArrayAsync($"repos/octo/hello/pulls/{pull.Number}/files?per_page=100&page=30");
        Assert.Equal((100, "2999.md"), (last.Count, $"{last[^1]!["filename"]}"));
        Assert.Empty(await _caller.GetArrayAsync($"repos/octo/hello/pulls/{pull.Number}/files?per_page=100&page=31"));
        Assert.Equal(3010, (int)(await _caller.GetObjectAsync($"repos/octo/hello/pulls/{pull.Number}"))["changed_files"]!);
    }

    [Fact]
    public async Task Content_of_a_forks_pull_request_is_at_its_head_and_not_yet_in_the_repository()
    {
        var fork = _caller.GitHub.Fork(_caller.Repository, _newcomer);
        var pull = _caller.GitHub.OpenPullRequest(_caller.Repository, _newcomer, head: fork);
        var opened = pull.HeadSha;
        var pushed = _caller.GitHub.PutFile(pull, "new.md", "new\n");

        var shape = await _caller.GetObjectAsync($"repos/octo/hello/pulls/{pull.Number}");
        Assert.Equal((pushed, "newcomer/hello", "newcomer:fix-1"), ($"{shape["head"]!["sha"]}", $"{shape["head"]!["repo"]!["full_name"]}", $"{shape["head"]!["label"]}"));
        Assert.True((bool)shape["head"]!["repo"]!["fork"]!);
        Assert.Equal((_caller.Repository.Files.Head.Sha, "octo:main"), ($"{shape["base"]!["sha"]}", $"{shape["base"]!["label"]}"));
        Assert.NotEqual(opened, pushed);
        Assert.Equal(404, await _caller.GetStatusAsync("repos/octo/hello/contents/new.md"));
        Assert.Equal(404, await _caller.GetStatusAsync($"repos/octo/hello/contents/new.md?ref={opened}"));
        Assert.Equal(200, await _caller.GetStatusAsync($"repos/octo/hello/contents/new.md?ref={pushed}"));
        Assert.Equal(200, await _caller.GetStatusAsync($"repos/octo/hello/contents/new.md?ref=refs/pull/{pull.Number}/head"));

        var merged = _caller.GitHub.Merge(pull);
        Assert.Equal(("new\n", merged), (_caller.Repository.Files["new.md"], _caller.Repository.Files.Head.Sha));
        Assert.Equal(merged, $"{(await _caller.GetObjectAsync($"repos/octo/hello/pulls/{pull.Number}"))["merge_commit_sha"]}");
    }

    [Fact]
    public void A_fork_that_is_gone_is_null()
    {
        var fork = _caller.GitHub.Fork(_caller.Repository, _newcomer);
        var pull = _caller.GitHub.OpenPullRequest(_caller.Repository, _newcomer, head: fork);
        var forked = Read(pull);
        pull.HeadRepository = null;
        var gone = Read(pull);

        Assert.Equal((fork.Id, true), (forked.PullRequest.Head.Repo?.Id, forked.PullRequest.Head.Repo?.Fork));
        Assert.Null(gone.PullRequest.Head.Repo);
    }

    [Fact]
    public async Task An_issue_is_no_pull_request()
    {
        var issue = _caller.GitHub.OpenIssue(_caller.Repository, _newcomer);
        var pull = _caller.GitHub.OpenPullRequest(_caller.Repository, _newcomer);

        Assert.Equal(404, await _caller.GetStatusAsync($"repos/octo/hello/pulls/{issue.Number}"));
        Assert.Equal(404, await _caller.GetStatusAsync($"repos/octo/hello/pulls/{issue.Number}/files"));
        _caller.Installation.Permissions.TryRemove("pull_requests", out _);
        Assert.Equal(403, await _caller.GetStatusAsync($"repos/octo/hello/pulls/{pull.Number}/files"));
    }

    private PullRequestOpenedEvent Read(SimulatedItem pull) => JsonSerializer.Deserialize<PullRequestOpenedEvent>(_caller.GitHub.Deliveries.Opened(pull).Body)!;
}
