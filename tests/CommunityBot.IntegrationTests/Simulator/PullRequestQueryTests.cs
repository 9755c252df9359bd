using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class PullRequestQueryTests : IAsyncLifetime
{
    private const string Merged = """
        query MergedPullRequest($owner: String!, $name: String!, $number: Int!) {
          repository(owner: $owner, name: $name) {
            pullRequest(number: $number) {
              mergeCommit { oid message }
              commits(first: 100) { nodes { commit { message } } }
              files(first: 100) { nodes { path changeType } }
              closingIssuesReferences(first: 20) {
                nodes {
                  number title url createdAt closed locked authorAssociation
                  labels(first: 20) { nodes { name } }
                  repository { databaseId }
                  author { __typename login ... on User { databaseId } }
                  comments(last: 50) { nodes { authorAssociation author { __typename login ... on User { databaseId } } } }
                }
              }
            }
          }
        }
        """;

    private Caller _caller = null!;
    private SimulatedUser _reporter = null!;
    private SimulatedItem _issue = null!;
    private SimulatedItem _pull = null!;

    private SimulatedGitHub GitHub => _caller.GitHub;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        _reporter = GitHub.AddUser("reporter");
        _caller.Repository.Files["kept.md"] = "kept\n";
        _caller.Repository.Files["gone.md"] = "gone\n";
        _caller.Repository.Files["list.md"] = "1\n";
        _issue = GitHub.OpenIssue(_caller.Repository, _reporter, association: "CONTRIBUTOR");
        _pull = GitHub.OpenPullRequest(_caller.Repository, GitHub.AddUser("newcomer"));
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public async Task A_merged_pull_request_tells_its_commits_and_files()
    {
        GitHub.Commit(
            _pull,
            new Dictionary<string, string?> { ["kept.md"] = null, ["moved.md"] = "kept\n", ["gone.md"] = null, ["list.md"] = "2\n", ["new.md"] = "new\n" },
            "Change it\n\nCo-authored-by: friend <1+friend@users.noreply.github.com>");
        var open = await AskAsync();
        var sha = GitHub.Merge(_pull, message: "Make it work (#2)");
        var merged = await AskAsync();

        Assert.Null(open["mergeCommit"]);
        Assert.Equal((sha, "Make it work (#2)"), ($"{merged["mergeCommit"]!["oid"]}", $"{merged["mergeCommit"]!["message"]}"));
        Assert.Equal(
            ["Make it work (#2)", "Change it\n\nCo-authored-by: friend <1+friend@users.noreply.github.com>"],
            merged["commits"]!["nodes"]!.AsArray().Select(node => $"{node!["commit"]!["message"]}"));
        Assert.Equal(
            ["gone.md DELETED", "list.md MODIFIED", "moved.md RENAMED", "new.md ADDED"],
            merged["files"]!["nodes"]!.AsArray().Select(file => $"{file!["path"]} {file["changeType"]}"));
    }

    [Fact]
    public async Task Issues_that_it_closes_tell_who_reported_them_and_who_took_part()
    {
        GitHub.AddLabel(_issue, "bug");
        GitHub.Comment(_issue, GitHub.AddUser("helper[bot]", "Bot"));
        var gone = GitHub.AddUser("gone");
        GitHub.Comment(_issue, gone, association: "MEMBER");
        GitHub.Delete(gone);
        var other = GitHub.OpenIssue(GitHub.AddRepository(_caller.Installation, "octo", "other"), _reporter);
        var elsewhere = GitHub.OpenIssue(GitHub.AddRepository(GitHub.AddInstallation("elsewhere"), "elsewhere", "hello"), _reporter);
        SimulatedGitHub.Closes(_pull, _issue, other, elsewhere);
        GitHub.Merge(_pull);

        var issues = (await AskAsync())["closingIssuesReferences"]!["nodes"]!.AsArray();

        Assert.Equal([_caller.Repository.Id, other.Repository.Id], issues.Select(issue => (long)issue!["repository"]!["databaseId"]!));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                {
                  "number": 1, "title": "It does not work", "url": "https://github.com/octo/hello/issues/1", "createdAt": "2026-11-24T09:00:00Z",
                  "closed": true, "locked": false, "authorAssociation": "CONTRIBUTOR", "labels": { "nodes": [{ "name": "bug" }] },
                  "repository": { "databaseId": {{_caller.Repository.Id}} },
                  "author": { "__typename": "User", "login": "reporter", "databaseId": {{_reporter.Id}} },
                  "comments": { "nodes": [
                    { "authorAssociation": "NONE", "author": { "__typename": "Bot", "login": "helper" } },
                    { "authorAssociation": "MEMBER", "author": null }] }
                }
                """),
            issues[0]));
    }

    [Fact]
    public async Task A_pull_request_is_for_who_may_read_it()
    {
        Assert.Equal("NOT_FOUND", await RefusedAsync(_issue.Number));
        _caller.Installation.Permissions.TryRemove("pull_requests", out _);
        Assert.Equal("FORBIDDEN", await RefusedAsync(_pull.Number));

        Task<string> RefusedAsync(int number) => _caller.RefusedQueryAsync(Merged, new() { ["owner"] = "octo", ["name"] = "hello", ["number"] = number });
    }

    [Fact]
    public async Task A_field_that_is_not_known_fails_the_test_that_asks_for_it()
    {
        await using var github = await SimulatedGitHub.StartAsync();
        var installation = github.AddInstallation("octo");
        github.OpenPullRequest(github.AddRepository(installation, "octo", "hello"), github.AddUser("newcomer"));
        using var client = new HttpClient { BaseAddress = github.ApiUrl };
        client.DefaultRequestHeaders.Authorization = new("Bearer", github.IssueToken(installation));
        using var query = new StringContent("""{"query":"query Some { repository(owner: \"octo\", name: \"hello\") { pullRequest(number: 1) { mood } } }"}""", null, "application/json");

        await client.PostAsync(new Uri("graphql", UriKind.Relative), query, TestContext.Current.CancellationToken);

        Assert.Contains("'mood'", Assert.Throws<InvalidOperationException>(github.AssertNoUnknownRoutes).Message, StringComparison.Ordinal);
    }

    private async Task<JsonNode> AskAsync() =>
        (await _caller.QueryAsync(Merged, new() { ["owner"] = "octo", ["name"] = "hello", ["number"] = _pull.Number }))["repository"]!["pullRequest"]!;
}
