using System.Text.Json.Nodes;

namespace CommunityBot.GitHub;

/// <summary>Asks for releases, and for what lies between two of them, with the people who had a part in it.</summary>
internal sealed class Releases(GraphQLCalls graphQL)
{
    /// <summary>
    /// Pages of twenty-five commits that are read: five hundred commits. A delivery has <see cref="Work.WorkLoop{T}.Deadline"/> for
    /// everything.
    /// </summary>
    private const int MostPages = 20;

    private const string Newest = """
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
                commits(first: 25, after: $after) {
                  nodes {
                    oid message author { user { login databaseId } }
                    associatedPullRequests(first: 1) {
                      nodes {
                        number mergedAt author { __typename login ... on User { databaseId } }
                        reviews(first: 20) { nodes { state author { __typename login ... on User { databaseId } } } }
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

    public async Task<IReadOnlyList<PublishedRelease>> ListAsync(RepositoryRef repository, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["owner"] = repository.Owner, ["name"] = repository.Name };
        var answer = await graphQL.SendAsync<ReleasesData>(repository.InstallationId, Newest, variables, cancellationToken);
        return
        [
            .. from release in answer.Repository?.Releases?.Items ?? []
               where !release.IsDraft
               let id = release.DatabaseId
               let publishedAt = release.PublishedAt
               where id is not null && publishedAt is not null
               select new PublishedRelease(id.Value, release.TagName, release.IsPrerelease, publishedAt.Value),
        ];
    }

    public async Task<ReleasedChanges> ReadAsync(RepositoryRef repository, string since, string tag, CancellationToken cancellationToken)
    {
        var commits = new List<ReleasedCommit>();
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var variables = new JsonObject
            {
                ["owner"] = repository.Owner,
                ["name"] = repository.Name,
                ["base"] = $"refs/tags/{since}",
                ["head"] = tag,
                ["after"] = after,
            };
            var answer = await graphQL.SendAsync<ComparedData>(repository.InstallationId, Contributions, variables, cancellationToken);
            var found = answer.Repository?.Ref?.Compare?.Commits;
            commits.AddRange(found?.Items.Select(commit => Commit(repository, commit)) ?? []);
            if (found?.PageInfo is not { HasNextPage: true, EndCursor: { } end })
            {
                return new(commits, IsWhole: true);
            }

            after = end;
        }

        return new(commits, IsWhole: false);
    }

    // Of an author Git knows no kind: that it is a bot shows only where it opened the pull request, too.
    private static ReleasedCommit Commit(RepositoryRef repository, ReleasedNode commit)
    {
        var pull = commit.AssociatedPullRequests?.Items.FirstOrDefault();
        var author = commit.Author?.User?.AsPerson();
        var isBot = pull?.Author is { } opener && opener.AsPerson() is null && opener.Login == author?.Login;
        return new(commit.Message, isBot ? null : author, pull?.MergedAt is { } mergedAt ? PullRequest(repository, pull, mergedAt) : null);
    }

    // A review that was not handed in yet is seen by nobody else.
    private static ReleasedPullRequest PullRequest(RepositoryRef repository, ReleasedPullNode pull, DateTimeOffset mergedAt) => new(
        pull.Number,
        mergedAt,
        pull.Author?.AsPerson(),
        [.. pull.Reviews?.Items.Where(review => review.State != "PENDING").Select(review => review.Author?.AsPerson()).OfType<Account>() ?? []],
        [.. pull.ClosingIssuesReferences?.Items.Where(issue => issue.Repository?.DatabaseId == repository.Id).Select(issue => issue.Author?.AsPerson()).OfType<Account>() ?? []]);
}
