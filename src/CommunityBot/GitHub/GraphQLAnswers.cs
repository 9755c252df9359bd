using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CommunityBot.GitHub;

// What is sent to the GraphQL interface, and of its answers what the questions in this folder ask for.

internal sealed record GraphQLRequest(string Query, JsonObject Variables);

internal sealed record GraphQLError(string? Type = null, string? Message = null);

internal sealed record GraphQLAnswer<T>(T? Data = null, IReadOnlyList<GraphQLError>? Errors = null)
    where T : class;

/// <summary>The answer to a question about a node; one of another type than was asked about has nothing in it.</summary>
internal sealed record NodeData<T>(T? Node = null)
    where T : class;

internal sealed record Connection<T>(IReadOnlyList<T?>? Nodes = null, PageInfo? PageInfo = null)
    where T : class
{
    /// <summary>What is there; GitHub leaves out what may not be seen.</summary>
    public IEnumerable<T> Items => Nodes?.OfType<T>() ?? [];
}

internal sealed record PageInfo(bool HasPreviousPage = false, string? StartCursor = null);

internal sealed record AuthorNode(Connection<AuthoredNode>? RepositoryDiscussions = null);

internal sealed record AuthoredNode(int Number, DateTimeOffset CreatedAt);

internal sealed record DiscussionNode(bool Closed = true, bool Locked = true, Connection<NamedNode>? Labels = null, Connection<DiscussionCommentNode>? Comments = null);

internal sealed record NamedNode(string Name);

internal sealed record DiscussionCommentNode(string Url, string? Body = null, DateTimeOffset CreatedAt = default, bool ViewerDidAuthor = false);

internal sealed record LabelData(LabelHolder? Repository = null);

internal sealed record LabelHolder(IdNode? Label = null);

internal sealed record IdNode(string Id);

internal sealed record CommentedData(CommentedPayload? AddDiscussionComment = null);

internal sealed record CommentedPayload(DiscussionCommentNode? Comment = null);

/// <summary>The answer to a change of which only the errors are of interest.</summary>
internal sealed record ChangedData;

/// <summary>Parsers made at compile time, in the spelling of GraphQL.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GraphQLRequest))]
[JsonSerializable(typeof(GraphQLAnswer<NodeData<AuthorNode>>))]
[JsonSerializable(typeof(GraphQLAnswer<NodeData<DiscussionNode>>))]
[JsonSerializable(typeof(GraphQLAnswer<LabelData>))]
[JsonSerializable(typeof(GraphQLAnswer<CommentedData>))]
[JsonSerializable(typeof(GraphQLAnswer<ChangedData>))]
internal sealed partial class GraphQLContext : JsonSerializerContext;
