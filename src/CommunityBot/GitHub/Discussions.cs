using System.Text.Json.Nodes;

namespace CommunityBot.GitHub;

/// <summary>Discussions, which only GraphQL knows. Its names of what is sent and asked for are those of <see href="https://docs.github.com/graphql/guides/using-the-graphql-api-for-discussions">GitHub's schema</see>.</summary>
internal sealed class Discussions(GraphQLCalls graphQL, GitHubConnections connections)
{
    private const string Authored = """
        query AuthoredDiscussions($author: ID!, $repository: ID!) {
          node(id: $author) {
            ... on User {
              repositoryDiscussions(first: 100, repositoryId: $repository, orderBy: {field: CREATED_AT, direction: ASC}) { nodes { number createdAt } }
            }
          }
        }
        """;

    private const string State = "query DiscussionState($id: ID!) { node(id: $id) { ... on Discussion { closed locked } } }";

    private const string Labels = "query DiscussionLabels($id: ID!) { node(id: $id) { ... on Discussion { labels(first: 100) { nodes { name } } } } }";

    private const string Comments = """
        query DiscussionComments($id: ID!, $before: String) {
          node(id: $id) {
            ... on Discussion {
              comments(last: 100, before: $before) { nodes { url body createdAt viewerDidAuthor } pageInfo { hasPreviousPage startCursor } }
            }
          }
        }
        """;

    private const string Comment =
        "mutation AddDiscussionComment($input: AddDiscussionCommentInput!) { addDiscussionComment(input: $input) { comment { url } } }";

    private const string Reaction = "mutation AddReaction($input: AddReactionInput!) { addReaction(input: $input) { reaction { content } } }";

    private const string Label =
        "query LabelId($owner: String!, $name: String!, $label: String!) { repository(owner: $owner, name: $name) { label(name: $label) { id } } }";

    private const string AddLabels =
        "mutation AddLabels($input: AddLabelsToLabelableInput!) { addLabelsToLabelable(input: $input) { clientMutationId } }";

    /// <summary>What an account opened. One page will do: who opened more than a hundred is no stranger, and those are the oldest.</summary>
    public async Task<IReadOnlyList<AuthoredDiscussion>> ListAsync(RepositoryRef repository, DiscussionAuthor author, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["author"] = author.NodeId, ["repository"] = author.RepositoryNodeId };
        var answer = await graphQL.SendAsync<NodeData<AuthorNode>>(repository.InstallationId, Authored, variables, cancellationToken);
        return [.. answer.Node?.RepositoryDiscussions?.Items.Select(found => new AuthoredDiscussion(found.Number, found.CreatedAt)) ?? []];
    }

    /// <summary>How a discussion stands; where there is none, nothing is open.</summary>
    public async Task<ItemState> ReadStateAsync(RepositoryRef repository, string id, CancellationToken cancellationToken)
    {
        var node = await ReadAsync(repository, State, new() { ["id"] = id }, cancellationToken) ?? new();
        return new(!node.Closed, node.Locked);
    }

    public async Task<IReadOnlyList<string>> ListLabelsAsync(RepositoryRef repository, string id, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(repository, Labels, new() { ["id"] = id }, cancellationToken))?.Labels?.Items.Select(label => label.Name) ?? []];

    public async Task<string?> FindOwnCommentAsync(RepositoryRef repository, string id, string marker, DateTimeOffset since, CancellationToken cancellationToken)
    {
        string? before = null;
        do
        {
            var comments = (await ReadAsync(repository, Comments, new() { ["id"] = id, ["before"] = before }, cancellationToken))?.Comments;
            // From the end; anybody can write a marker, and only the App's own word counts.
            if (comments?.Items.FirstOrDefault(comment => comment.ViewerDidAuthor && Marked.EndsWith(comment.Body, marker)) is { } own)
            {
                return own.Url;
            }

            var isOlder = comments?.Items.FirstOrDefault() is not { } oldest || oldest.CreatedAt < since;
            before = !isOlder && comments?.PageInfo is { HasPreviousPage: true } page ? page.StartCursor : null;
        }
        while (before is not null);

        return null;
    }

    public async Task<string> CommentAsync(RepositoryRef repository, string id, string body, CancellationToken cancellationToken)
    {
        var answer = await ChangeAsync<CommentedData>(repository, Comment, new() { ["discussionId"] = id, ["body"] = body }, cancellationToken);
        return answer.AddDiscussionComment?.Comment?.Url ?? throw new GitHubUnavailableException("GitHub's answer names no comment");
    }

    public Task ReactAsync(RepositoryRef repository, string id, string content, CancellationToken cancellationToken) =>
        ChangeAsync<ChangedData>(repository, Reaction, new() { ["subjectId"] = id, ["content"] = Spell(content) }, cancellationToken);

    public async Task AddLabelsAsync(RepositoryRef repository, string id, IReadOnlyList<string> labels, CancellationToken cancellationToken)
    {
        var ids = new JsonArray();
        foreach (var label in labels)
        {
            ids.Add((JsonNode)await FindOrMakeLabelAsync(repository, label, cancellationToken));
        }

        await ChangeAsync<ChangedData>(repository, AddLabels, new() { ["labelableId"] = id, ["labelIds"] = ids }, cancellationToken);
    }

    // GraphQL knows labels by their ids, and makes none that are missing.
    private async Task<string> FindOrMakeLabelAsync(RepositoryRef repository, string label, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["owner"] = repository.Owner, ["name"] = repository.Name, ["label"] = label };
        var found = await graphQL.SendAsync<LabelData>(repository.InstallationId, Label, variables, cancellationToken);
        return found.Repository?.Label?.Id ?? (await connections.For(repository.InstallationId).SendAsync<NewLabelAnswer>(
            Addresses.Of(repository, "labels"), new LabelRequest(label), cancellationToken)).NodeId;
    }

    private async Task<DiscussionNode?> ReadAsync(RepositoryRef repository, string query, JsonObject variables, CancellationToken cancellationToken) =>
        (await graphQL.SendAsync<NodeData<DiscussionNode>>(repository.InstallationId, query, variables, cancellationToken)).Node;

    private Task<T> ChangeAsync<T>(RepositoryRef repository, string mutation, JsonObject input, CancellationToken cancellationToken)
        where T : class => graphQL.SendAsync<T>(repository.InstallationId, mutation, new() { ["input"] = input }, cancellationToken);

    private static string Spell(string content) => content switch
    {
        "+1" => "THUMBS_UP",
        "-1" => "THUMBS_DOWN",
        _ => content.ToUpperInvariant(),
    };
}
