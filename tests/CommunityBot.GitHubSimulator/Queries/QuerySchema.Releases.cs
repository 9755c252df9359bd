using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>Releases, and the commits that are between their tags.</summary>
internal sealed partial class QuerySchema
{
    private QueryObject Releases(QueryField field, SimulatedRepository repository) => QueryConnection.Of(
        field, QueryConnection.Ordered(field, Allowed(repository, "contents=read").Releases.Where(release => github.Faults.Shows(release.CreatedAt))), Release);

    private static QueryObject Release(SimulatedRelease release) => new("Release", new Dictionary<string, Func<QueryField, object?>>
    {
        ["databaseId"] = _ => (JsonNode)release.Id,
        ["tagName"] = _ => (JsonNode)release.Tag,
        ["isDraft"] = _ => (JsonNode)release.Draft,
        ["isPrerelease"] = _ => (JsonNode)release.Prerelease,
        ["publishedAt"] = _ => (JsonNode?)Shapes.Time(release.PublishedAt),
    });

    /// <summary>A branch or a tag, by its whole name.</summary>
    private QueryObject? Ref(SimulatedRepository repository, string name) =>
        !name.StartsWith("refs/", StringComparison.Ordinal) || Allowed(repository, "contents=read").Files.Find(name) is not { } target ? null
        : new("Ref", new Dictionary<string, Func<QueryField, object?>>
        {
            ["compare"] = field => repository.Files.Find(field.Text("headRef")) is { } head ? Comparison(repository, target.Sha, head.Sha) : null,
        });

    private QueryObject Comparison(SimulatedRepository repository, string before, string after) => new("Comparison", new Dictionary<string, Func<QueryField, object?>>
    {
        ["commits"] = field => QueryConnection.Of(field, [.. repository.Files.Between(before, after)], commit => Commit(repository, commit)),
    });

    private QueryObject Commit(SimulatedRepository repository, SimulatedCommit commit) => new("Commit", new Dictionary<string, Func<QueryField, object?>>
    {
        ["oid"] = _ => (JsonNode)commit.Sha,
        ["message"] = _ => (JsonNode)commit.Message,
        ["committedDate"] = _ => (JsonNode)Shapes.Time(commit.At)!,
        ["author"] = _ => new QueryObject("GitActor", new Dictionary<string, Func<QueryField, object?>>
        {
            ["user"] = _ => commit.Author is { Deleted: false } author ? User(author) : null,
        }),
        ["associatedPullRequests"] = field => QueryConnection.Of(
            field, [.. Allowed(repository, "pull_requests=read").Items.Values.Where(item => item.MergeSha == commit.Sha)], PullRequest),
    });
}
