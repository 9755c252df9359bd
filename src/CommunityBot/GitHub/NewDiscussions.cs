using System.Net;
using System.Text.Json.Nodes;

namespace CommunityBot.GitHub;

/// <summary>Discussions that the bot opens itself.</summary>
internal sealed class NewDiscussions(GraphQLCalls graphQL)
{
    private const string Places = """
        query DiscussionPlaces($owner: String!, $name: String!) {
          repository(owner: $owner, name: $name) { id hasDiscussionsEnabled discussionCategories(first: 50) { nodes { id name } } }
        }
        """;

    private const string Own = """
        query OwnDiscussions($owner: String!, $name: String!, $category: ID!, $after: String) {
          repository(owner: $owner, name: $name) {
            discussions(first: 50, after: $after, categoryId: $category, orderBy: {field: CREATED_AT, direction: DESC}) {
              nodes { url body createdAt viewerDidAuthor } pageInfo { hasNextPage endCursor }
            }
          }
        }
        """;

    private const string Create = "mutation CreateDiscussion($input: CreateDiscussionInput!) { createDiscussion(input: $input) { discussion { url } } }";

    public async Task<string?> FindOwnAsync(RepositoryRef repository, string category, string marker, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (_, categoryId) = await PlaceAsync(repository, category, cancellationToken);
        string? after = null;
        do
        {
            var variables = Names(repository);
            (variables["category"], variables["after"]) = (categoryId, after);
            var page = (await graphQL.SendAsync<OwnDiscussionsData>(repository.InstallationId, Own, variables, cancellationToken)).Repository?.Discussions;
            if (page?.Items.FirstOrDefault(discussion => discussion.ViewerDidAuthor && Marked.EndsWith(discussion.Body, marker)) is { } own)
            {
                return own.Url;
            }

            var isOlder = page?.Items.LastOrDefault() is not { } oldest || oldest.CreatedAt < since;
            after = !isOlder && page?.PageInfo is { HasNextPage: true } more ? more.EndCursor : null;
        }
        while (after is not null);

        return null;
    }

    public async Task<string> CreateAsync(RepositoryRef repository, string category, string title, string body, CancellationToken cancellationToken)
    {
        var (repositoryId, categoryId) = await PlaceAsync(repository, category, cancellationToken);
        var input = new JsonObject { ["repositoryId"] = repositoryId, ["categoryId"] = categoryId, ["title"] = title, ["body"] = body };
        var answer = await graphQL.SendAsync<CreatedData>(repository.InstallationId, Create, new() { ["input"] = input }, cancellationToken);
        return answer.CreateDiscussion?.Discussion?.Url ?? throw new GitHubUnavailableException("GitHub's answer names no discussion");
    }

    private async Task<(string RepositoryId, string CategoryId)> PlaceAsync(RepositoryRef repository, string category, CancellationToken cancellationToken)
    {
        var place = (await graphQL.SendAsync<PlacesData>(repository.InstallationId, Places, Names(repository), cancellationToken)).Repository;
        return place is { HasDiscussionsEnabled: true } && place.DiscussionCategories?.Items.FirstOrDefault(its => its.Name.Equals(category, StringComparison.OrdinalIgnoreCase)) is { } found
            ? (place.Id, found.Id)
            : throw new GitHubRefusedException(HttpStatusCode.NotFound, $"the repository has no discussions in a category {category}");
    }

    private static JsonObject Names(RepositoryRef repository) => new() { ["owner"] = repository.Owner, ["name"] = repository.Name };
}
