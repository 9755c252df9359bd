using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>Pull requests, and issues that they close.</summary>
internal sealed partial class QuerySchema
{
    private static SimulatedItem FindPullRequest(SimulatedRepository repository, int number) =>
        Allowed(repository, "pull_requests=read").Items.TryGetValue(number, out var item) && item.IsPullRequest ? item
        : throw new QueryException("NOT_FOUND", $"Could not resolve to a PullRequest with the number of {number}.");

    private static SimulatedItem FindIssue(SimulatedRepository repository, int number) =>
        Allowed(repository, "issues=read").Items.TryGetValue(number, out var item) && item is { IsPullRequest: false, Deleted: false } ? item
        : throw new QueryException("NOT_FOUND", $"Could not resolve to an Issue with the number of {number}.");

    private QueryObject PullRequests(QueryField field, SimulatedRepository repository)
    {
        var state = field.Text("states");
        var found = repository.Items.Values.Where(item => item.IsPullRequest && (state.Length == 0 || StateOf(item) == state) && github.Faults.Shows(item.CreatedAt))
            .OrderBy(item => item.CreatedAt).ThenBy(item => item.Number);
        return QueryConnection.Of(field, QueryConnection.Ordered(field, found), PullRequest);
    }

    private static string StateOf(SimulatedItem pull) => pull.MergedAt is not null ? "MERGED" : pull.ClosedAt is not null ? "CLOSED" : "OPEN";

    private QueryObject PullRequest(SimulatedItem pull) => new("PullRequest", new Dictionary<string, Func<QueryField, object?>>
    {
        ["title"] = _ => (JsonNode)pull.Title,
        ["url"] = _ => (JsonNode)Shapes.Html(pull),
        ["state"] = _ => (JsonNode)StateOf(pull),
        ["isDraft"] = _ => (JsonNode)pull.Draft,
        ["locked"] = _ => (JsonNode)pull.Locked,
        ["createdAt"] = _ => (JsonNode)Shapes.Time(pull.CreatedAt)!,
        ["updatedAt"] = _ => (JsonNode)Shapes.Time(pull.UpdatedAt)!,
        ["headRefOid"] = _ => (JsonNode)pull.HeadSha,
        ["baseRefName"] = _ => (JsonNode)pull.BaseRef,
        ["additions"] = _ => (JsonNode)pull.Files.Sum(file => file.Additions),
        ["deletions"] = _ => (JsonNode)pull.Files.Sum(file => file.Deletions),
        ["changedFiles"] = _ => (JsonNode)pull.Files.Count,
        ["authorAssociation"] = _ => (JsonNode)pull.Association,
        ["labels"] = field => Labels(field, pull),
        ["comments"] = field => Comments(field, pull),
        ["reviewRequests"] = field => ReviewRequests(field, pull),
        ["timelineItems"] = field => Timeline(field, pull),
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
        ["submittedAt"] = _ => (JsonNode)Shapes.Time(review.SubmittedAt)!,
        ["body"] = _ => (JsonNode)(review.Body ?? ""),
        ["authorAssociation"] = _ => (JsonNode)review.Association,
        ["author"] = _ => Actor(review.Author),
    });

    // Who may not read the members of the organization is not told of its teams.
    private QueryObject ReviewRequests(QueryField field, SimulatedItem pull) => QueryConnection.Of<Func<QueryObject?>>(
        field,
        [.. pull.RequestedReviewers.Select(user => (Func<QueryObject?>)(() => Actor(user))), .. pull.RequestedTeams.Select(team => (Func<QueryObject?>)(() => pull.Repository.Installation.May("members=read") ? Team(team) : null))],
        reviewer => new("ReviewRequest", new Dictionary<string, Func<QueryField, object?>> { ["requestedReviewer"] = _ => reviewer() }));

    private static QueryObject Team(SimulatedTeam team) => new("Team", new Dictionary<string, Func<QueryField, object?>>
    {
        ["slug"] = _ => (JsonNode)team.Slug,
        ["combinedSlug"] = _ => (JsonNode)$"{team.Organization.Login}/{team.Slug}",
    });

    /// <summary>Of what happened, only when a draft was made ready.</summary>
    private static QueryObject Timeline(QueryField field, SimulatedItem pull) =>
        field.Text("itemTypes") != "READY_FOR_REVIEW_EVENT" ? throw QueryException.Unknown($"Not known of '{field.Name}': {field.Text("itemTypes")}")
        : QueryConnection.Of<string>(field, pull.ReadyAt is { } readyAt ? [Shapes.Time(readyAt)!] : [], at => new("ReadyForReviewEvent", new Dictionary<string, Func<QueryField, object?>>
        {
            ["createdAt"] = _ => (JsonNode)at,
        }));

    private QueryObject Comments(QueryField field, SimulatedItem item) =>
        QueryConnection.Of(field, [.. item.Comments.Where(comment => github.Faults.Shows(comment.CreatedAt))], IssueComment);

    /// <summary>Pull requests that will close an issue; closed ones are told only to who asks for them.</summary>
    private QueryObject Closers(QueryField field, SimulatedItem issue) => QueryConnection.Of(
        field, [.. Allowed(issue.Repository, "pull_requests=read").Items.Values.Where(item => item.ClosedAt is null && item.Closes.Contains(issue))], PullRequest);

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
        ["comments"] = field => Comments(field, issue),
        ["assignees"] = field => QueryConnection.Of(field, [.. issue.Assignees], User),
        ["closedByPullRequestsReferences"] = field => Closers(field, issue),
    });

    private QueryObject IssueComment(SimulatedComment comment) => new("IssueComment", new Dictionary<string, Func<QueryField, object?>>
    {
        ["createdAt"] = _ => (JsonNode)Shapes.Time(comment.CreatedAt)!,
        ["body"] = _ => (JsonNode)comment.Body,
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
