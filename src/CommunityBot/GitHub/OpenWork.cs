using System.Text.Json.Nodes;

namespace CommunityBot.GitHub;

/// <summary>Asks for pull requests and issues that are worked on.</summary>
internal sealed class OpenWork(GraphQLCalls graphQL)
{
    /// <summary>Six lists of twenty-five pull requests: <see href="https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#predicting-the-point-value-of-a-query">two points</see> a page.</summary>
    private const string PullRequests = """
        query OpenPullRequests($owner: String!, $name: String!, $after: String) {
          repository(owner: $owner, name: $name) {
            pullRequests(first: 25, after: $after, states: OPEN, orderBy: {field: CREATED_AT, direction: ASC}) {
              nodes {
                number title url isDraft locked createdAt updatedAt headRefOid baseRefName additions deletions changedFiles authorAssociation
                author { __typename login ... on User { databaseId } }
                labels(first: 20) { nodes { name } }
                reviewRequests(first: 10) { nodes { requestedReviewer { __typename ... on User { login databaseId } ... on Team { combinedSlug } } } }
                reviews(last: 50) { nodes { state submittedAt body authorAssociation author { __typename login ... on User { databaseId } } } }
                comments(last: 20) { nodes { createdAt body authorAssociation author { __typename login ... on User { databaseId } } } }
                commits(last: 1) { nodes { commit { committedDate } } }
                timelineItems(last: 1, itemTypes: READY_FOR_REVIEW_EVENT) { nodes { ... on ReadyForReviewEvent { createdAt } } }
              }
              pageInfo { hasNextPage endCursor }
            }
          }
        }
        """;

    private const string Issue = """
        query IssueWork($owner: String!, $name: String!, $number: Int!) {
          repository(owner: $owner, name: $name) {
            issue(number: $number) {
              closed locked
              assignees(first: 10) { nodes { login databaseId } }
              closedByPullRequestsReferences(first: 10) { nodes { state } }
            }
          }
        }
        """;

    public async Task<OpenPullRequestPage> ReadPageAsync(RepositoryRef repository, string? cursor, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["owner"] = repository.Owner, ["name"] = repository.Name, ["after"] = cursor };
        var page = (await graphQL.SendAsync<OpenPullsData>(repository.InstallationId, PullRequests, variables, cancellationToken)).Repository?.PullRequests;
        return new([.. page?.Items.Select(PullRequest) ?? []], page?.PageInfo is { HasNextPage: true } more ? more.EndCursor : null);
    }

    public async Task<IssueWork> ReadIssueAsync(RepositoryRef repository, int number, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["owner"] = repository.Owner, ["name"] = repository.Name, ["number"] = number };
        var issue = (await graphQL.SendAsync<IssueWorkData>(repository.InstallationId, Issue, variables, cancellationToken)).Repository?.Issue ?? new();
        return new(
            !issue.Closed,
            issue.Locked,
            [.. issue.Assignees?.Items.Select(person => person.AsPerson()).OfType<Account>() ?? []],
            issue.ClosedByPullRequestsReferences?.Items.Any(pull => pull.State == "OPEN") is true);
    }

    private static OpenPullRequest PullRequest(OpenPullNode pull)
    {
        var asked = pull.ReviewRequests?.Items.Select(request => request.RequestedReviewer).OfType<ReviewerNode>().ToList() ?? [];
        return new()
        {
            Number = pull.Number,
            Title = pull.Title,
            Url = pull.Url,
            IsDraft = pull.IsDraft,
            IsLocked = pull.Locked,
            OpenedAt = pull.CreatedAt,
            UpdatedAt = pull.UpdatedAt,
            ReadyAt = pull.TimelineItems?.Items.LastOrDefault()?.CreatedAt,
            CommittedAt = pull.Commits?.Items.LastOrDefault()?.Commit?.CommittedDate,
            HeadSha = pull.HeadRefOid,
            BaseBranch = pull.BaseRefName,
            Additions = pull.Additions,
            Deletions = pull.Deletions,
            ChangedFiles = pull.ChangedFiles,
            Author = pull.Author?.AsPerson(),
            Association = pull.AuthorAssociation,
            Labels = [.. pull.Labels?.Items.Select(label => label.Name) ?? []],
            RequestedPeople = [.. asked.Select(reviewer => reviewer.AsPerson()).OfType<Account>()],
            RequestedTeams = [.. asked.Select(reviewer => reviewer.CombinedSlug).OfType<string>()],
            Reviews =
            [
                .. from review in pull.Reviews?.Items ?? []
                   // One that was not handed in yet is seen by nobody else.
                   let submittedAt = review.SubmittedAt
                   where submittedAt is not null
                   select new OpenPullReview(review.State, submittedAt.Value, review.Author?.AsPerson(), review.AuthorAssociation, review.Body ?? ""),
            ],
            Comments =
            [
                .. pull.Comments?.Items.Select(comment => new OpenPullComment(comment.CreatedAt, comment.Author?.AsPerson(), comment.AuthorAssociation, comment.Body ?? "")) ?? [],
            ],
        };
    }
}
