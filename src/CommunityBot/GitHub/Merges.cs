using System.Text.Json.Nodes;

namespace CommunityBot.GitHub;

/// <summary>Asks for all that matters about a merged pull request at once, which only GraphQL can.</summary>
internal sealed class Merges(GraphQLCalls graphQL)
{
    private const string Query = """
        query MergedPullRequest($owner: String!, $name: String!, $number: Int!) {
          repository(owner: $owner, name: $name) {
            pullRequest(number: $number) {
              mergeCommit { message }
              commits(first: 100) { nodes { commit { message } } }
              files(first: 100) { nodes { path changeType } }
              closingIssuesReferences(first: 10) {
                nodes {
                  number title url createdAt closed stateReason locked authorAssociation
                  labels(first: 20) { nodes { name } }
                  repository { databaseId }
                  author { __typename login ... on User { databaseId } }
                  comments(last: 20) { nodes { authorAssociation author { __typename login ... on User { databaseId } } } }
                }
              }
            }
          }
        }
        """;

    public async Task<MergedChange> ReadAsync(RepositoryRef repository, int number, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["owner"] = repository.Owner, ["name"] = repository.Name, ["number"] = number };
        var answer = await graphQL.SendAsync<MergedData>(repository.InstallationId, Query, variables, cancellationToken);
        return answer.Repository?.PullRequest is { } pull
            ? new(
                [.. (pull.Commits?.Items.Select(item => item.Commit) ?? []).Append(pull.MergeCommit).Select(commit => commit?.Message).OfType<string>()],
                [.. pull.Files?.Items.Select(file => new ChangedFile(file.Path, file.ChangeType is "MODIFIED" or "CHANGED")) ?? []],
                [.. pull.ClosingIssuesReferences?.Items.Where(issue => issue.Repository?.DatabaseId == repository.Id).Select(Issue) ?? []])
            : MergedChange.Unknown;
    }

    private static ClosedIssue Issue(ClosedIssueNode issue) => new(
        issue.Number,
        issue.Title,
        issue.Url,
        issue.CreatedAt,
        issue.Closed,
        issue.StateReason is "NOT_PLANNED" or "DUPLICATE",
        issue.Locked,
        [.. issue.Labels?.Items.Select(label => label.Name) ?? []],
        issue.Author?.AsPerson(),
        issue.AuthorAssociation,
        [
            .. from comment in issue.Comments?.Items ?? []
               let person = comment.Author?.AsPerson()
               where person is not null
               group comment.AuthorAssociation by person into told
               select (told.Key, told.Last()),
        ]);
}
