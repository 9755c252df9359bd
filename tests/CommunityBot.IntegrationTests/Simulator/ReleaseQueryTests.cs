using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class ReleaseQueryTests : IAsyncLifetime
{
    private const string Releases = """
        query Releases($owner: String!, $name: String!) {
          repository(owner: $owner, name: $name) {
            releases(first: 30, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { databaseId tagName isDraft isPrerelease publishedAt } }
          }
        }
        """;

    private const string Contributions = """
        query ReleaseContributions($owner: String!, $name: String!, $base: String!, $head: String!, $after: String) {
          repository(owner: $owner, name: $name) {
            ref(qualifiedName: $base) {
              compare(headRef: $head) {
                commits(first: 50, after: $after) {
                  nodes {
                    oid message author { user { login databaseId } }
                    associatedPullRequests(first: 1) {
                      nodes {
                        number mergedAt author { __typename login ... on User { databaseId } }
                        reviews(first: 50) { nodes { state author { __typename login ... on User { databaseId } } } }
                        closingIssuesReferences(first: 10) { nodes { repository { databaseId } author { __typename login ... on User { databaseId } } } }
                      }
                    }
                  }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }
          }
        }
        """;

    private Caller _caller = null!;
    private SimulatedUser _maintainer = null!;

    private SimulatedGitHub GitHub => _caller.GitHub;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        _maintainer = GitHub.AddUser("maintainer");
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public async Task Releases_are_listed_newest_first()
    {
        var first = GitHub.Release(_caller.Repository, "v1", _maintainer);
        var second = GitHub.Release(_caller.Repository, "v2-beta", _maintainer, prerelease: true);
        var draft = GitHub.Release(_caller.Repository, "v2", _maintainer, draft: true);

        var releases = await ListAsync();
        Assert.Equal(
            [$"{draft.Id} v2 true false ", $"{second.Id} v2-beta false true 2026-11-24T09:00:00Z", $"{first.Id} v1 false false 2026-11-24T09:00:00Z"],
            releases.Select(release => $"{release!["databaseId"]} {release["tagName"]} {release["isDraft"]} {release["isPrerelease"]} {release["publishedAt"]}"));

        GitHub.Faults.ReadLag = TimeSpan.FromMinutes(1);
        Assert.Empty(await ListAsync());
        _caller.Installation.Permissions.TryRemove("contents", out _);
        Assert.Equal("FORBIDDEN", await _caller.RefusedQueryAsync(Releases, Named()));
    }

    [Fact]
    public async Task What_is_new_in_a_release_is_told_with_the_pull_requests_that_it_came_by()
    {
        GitHub.PutFile(_caller.Repository, "before.md", "before");
        GitHub.Release(_caller.Repository, "v1", _maintainer);
        var newcomer = GitHub.AddUser("newcomer");
        var pull = GitHub.OpenPullRequest(_caller.Repository, newcomer);
        GitHub.PutFile(pull, "new.md", "new");
        GitHub.Review(pull, _maintainer, "changes_requested");
        GitHub.Review(pull, GitHub.AddUser("reviewer[bot]", "Bot"), "commented");
        SimulatedGitHub.Closes(pull, GitHub.OpenIssue(_caller.Repository, GitHub.AddUser("reporter")));
        var merged = GitHub.Merge(pull, _maintainer, "Add a file (#1)");
        var pushed = GitHub.PutFile(_caller.Repository, "pushed.md", "pushed", author: _maintainer);
        GitHub.Release(_caller.Repository, "v2", _maintainer);
        GitHub.PutFile(_caller.Repository, "after.md", "after");

        var commits = (await CompareAsync("refs/tags/v1", "refs/tags/v2"))!["nodes"]!.AsArray();

        Assert.Equal([merged, pushed], commits.Select(commit => $"{commit!["oid"]}"));
        Assert.Equal(["Add a file (#1) newcomer", "Change pushed.md maintainer"], commits.Select(commit => $"{commit!["message"]} {commit["author"]!["user"]!["login"]}"));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                [{
                  "number": 1, "mergedAt": "2026-11-24T09:00:00Z", "author": { "__typename": "User", "login": "newcomer", "databaseId": {{newcomer.Id}} },
                  "reviews": { "nodes": [
                    { "state": "CHANGES_REQUESTED", "author": { "__typename": "User", "login": "maintainer", "databaseId": {{_maintainer.Id}} } },
                    { "state": "COMMENTED", "author": { "__typename": "Bot", "login": "reviewer" } }] },
                  "closingIssuesReferences": { "nodes": [{
                    "repository": { "databaseId": {{_caller.Repository.Id}} },
                    "author": { "__typename": "User", "login": "reporter", "databaseId": {{GitHub.FindUser("reporter")!.Id}} } }] }
                }]
                """),
            commits[0]!["associatedPullRequests"]!["nodes"]));
        Assert.Empty(commits[1]!["associatedPullRequests"]!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task Commits_come_in_pages_oldest_first()
    {
        GitHub.Release(_caller.Repository, "v1", _maintainer);
        for (var i = 0; i < 60; i++)
        {
            GitHub.PutFile(_caller.Repository, "file", $"{i}");
        }

        var first = await CompareAsync("refs/tags/v1", "main");
        var second = await CompareAsync("refs/tags/v1", "main", $"{first!["pageInfo"]!["endCursor"]}");

        Assert.Equal((50, true), (first["nodes"]!.AsArray().Count, (bool)first["pageInfo"]!["hasNextPage"]!));
        Assert.Equal((10, false), (second!["nodes"]!.AsArray().Count, (bool)second["pageInfo"]!["hasNextPage"]!));
        Assert.Equal(_caller.Repository.Files.Head.Sha, $"{second["nodes"]![9]!["oid"]}");
    }

    [Fact]
    public async Task A_tag_that_is_not_there_is_null() => Assert.Null(await CompareAsync("refs/tags/v0", "main"));

    [Fact]
    public async Task An_account_that_is_gone_has_written_its_commits_as_nobody()
    {
        GitHub.Release(_caller.Repository, "v1", _maintainer);
        var gone = GitHub.AddUser("gone");
        GitHub.PutFile(_caller.Repository, "file", "one", author: gone);
        GitHub.Delete(gone);

        Assert.Null((await CompareAsync("refs/tags/v1", "main"))!["nodes"]![0]!["author"]!["user"]);
    }

    private static JsonObject Named() => new() { ["owner"] = "octo", ["name"] = "hello" };

    private async Task<JsonArray> ListAsync() => (await _caller.QueryAsync(Releases, Named()))["repository"]!["releases"]!["nodes"]!.AsArray();

    private async Task<JsonNode?> CompareAsync(string before, string after, string? cursor = null)
    {
        var variables = Named();
        (variables["base"], variables["head"], variables["after"]) = (before, after, cursor);
        return (await _caller.QueryAsync(Contributions, variables))["repository"]!["ref"]?["compare"]!["commits"];
    }
}
