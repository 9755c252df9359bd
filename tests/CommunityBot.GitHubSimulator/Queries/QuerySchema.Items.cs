using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>Pull requests, and issues that they close.</summary>
internal sealed partial class QuerySchema
{
    private static SimulatedItem FindPullRequest(SimulatedRepository repository, int number) =>
        Allowed(repository, "pull_requests=read").Items.TryGetValue(number, out var item) && item.IsPullRequest ? item
        : throw new QueryException("NOT_FOUND", $"Could not resolve to a PullRequest with the number of {number}.");

    private QueryObject PullRequest(SimulatedItem pull) => new("PullRequest", new Dictionary<string, Func<QueryField, object?>>
    {
        ["number"] = _ => (JsonNode)pull.Number,
        ["mergedAt"] = _ => (JsonNode?)Shapes.Time(pull.MergedAt),
        ["author"] = _ => Actor(pull.Author),
        ["mergeCommit"] = _ => pull.MergeSha is { } sha ? Commit(pull.Repository, pull.Repository.Files.Find(sha)!) : null,
        ["commits"] = field => QueryConnection.Of(field, [.. pull.Repository.Files.Between(pull.BaseSha, pull.HeadSha)], commit => new("PullRequestCommit", new Dictionary<string, Func<QueryField, object?>>
        {
            ["commit"] = _ => Commit(pull.Repository, commit),
        })),
        ["files"] = field => QueryConnection.Of(field, [.. pull.Files], File),
        ["reviews"] = field => QueryConnection.Of(field, [.. pull.Reviews.Where(review => github.Faults.Shows(review.SubmittedAt))], Review),
        ["closingIssuesReferences"] = field =>
            QueryConnection.Of(field, [.. pull.Closes.Where(issue => Covers(issue.Repository) && issue.Repository.Installation.May("issues=read") && !issue.Deleted)], Issue),
    });

    private QueryObject Review(SimulatedReview review) => new("PullRequestReview", new Dictionary<string, Func<QueryField, object?>>
    {
        ["state"] = _ => (JsonNode)review.State.ToUpperInvariant(),
        ["author"] = _ => Actor(review.Author),
    });

    private QueryObject Issue(SimulatedItem issue) => new("Issue", new Dictionary<string, Func<QueryField, object?>>
    {
        ["number"] = _ => (JsonNode)issue.Number,
        ["title"] = _ => (JsonNode)issue.Title,
        ["url"] = _ => (JsonNode)Shapes.Html(issue),
        ["createdAt"] = _ => (JsonNode)Shapes.Time(issue.CreatedAt)!,
        ["closed"] = _ => (JsonNode)(issue.ClosedAt is not null),
        ["stateReason"] = _ => (JsonNode?)issue.StateReason?.ToUpperInvariant(),
        ["locked"] = _ => (JsonNode)issue.Locked,
        ["authorAssociation"] = _ => (JsonNode)issue.Association,
        ["author"] = _ => Actor(issue.Author),
        ["repository"] = _ => Repository(issue.Repository),
        ["labels"] = field => Labels(field, issue),
        ["comments"] = field => QueryConnection.Of(field, [.. issue.Comments.Where(comment => github.Faults.Shows(comment.CreatedAt))], IssueComment),
    });

    private QueryObject IssueComment(SimulatedComment comment) => new("IssueComment", new Dictionary<string, Func<QueryField, object?>>
    {
        ["authorAssociation"] = _ => (JsonNode)comment.Association,
        ["author"] = _ => Actor(comment.Author),
    });

    private QueryObject Labels(QueryField field, SimulatedItem item) => QueryConnection.Of(field, [.. item.Labels], name => Label(github.AddLabel(item.Repository, name)));

    private static QueryObject File(SimulatedPullFile file) => new("PullRequestChangedFile", new Dictionary<string, Func<QueryField, object?>>
    {
        ["path"] = _ => (JsonNode)file.Filename,
        ["changeType"] = _ => (JsonNode)(file.Status == "removed" ? "DELETED" : file.Status.ToUpperInvariant()),
    });
}
