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

internal sealed record PageInfo(bool HasPreviousPage = false, string? StartCursor = null, bool HasNextPage = false, string? EndCursor = null);

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

internal sealed record PlacesData(PlacesNode? Repository = null);

internal sealed record PlacesNode(string Id, bool HasDiscussionsEnabled = false, Connection<CategoryNode>? DiscussionCategories = null);

internal sealed record CategoryNode(string Id, string Name);

internal sealed record OwnDiscussionsData(OwnDiscussionsNode? Repository = null);

/// <summary>What is asked of a discussion is asked of a comment, too.</summary>
internal sealed record OwnDiscussionsNode(Connection<DiscussionCommentNode>? Discussions = null);

internal sealed record CreatedData(CreatedPayload? CreateDiscussion = null);

internal sealed record CreatedPayload(DiscussionCommentNode? Discussion = null);

internal sealed record ActorNode(string Login = "", long? DatabaseId = null)
{
    /// <summary>The account of a person; only they have the id that was asked for.</summary>
    public Account? AsPerson() => DatabaseId is { } id ? new(id, Login) : null;
}

internal sealed record MergedData(MergedHolder? Repository = null);

internal sealed record MergedHolder(MergedNode? PullRequest = null);

internal sealed record MergedNode(
    MessageNode? MergeCommit = null, Connection<CommitNode>? Commits = null, Connection<FileNode>? Files = null, Connection<ClosedIssueNode>? ClosingIssuesReferences = null);

internal sealed record MessageNode(string Message = "");

internal sealed record CommitNode(MessageNode? Commit = null);

internal sealed record FileNode(string Path, string ChangeType = "");

internal sealed record ClosedIssueNode(
    int Number, string Title = "", string Url = "", DateTimeOffset CreatedAt = default, bool Closed = false, string? StateReason = null, bool Locked = false, string AuthorAssociation = "",
    Connection<NamedNode>? Labels = null,
    RepositoryNode? Repository = null, ActorNode? Author = null, Connection<IssueCommentNode>? Comments = null);

internal sealed record RepositoryNode(long? DatabaseId = null);

internal sealed record IssueCommentNode(string AuthorAssociation = "", ActorNode? Author = null);

internal sealed record ReleasesData(ReleasesHolder? Repository = null);

internal sealed record ReleasesHolder(Connection<ReleaseNode>? Releases = null);

internal sealed record ReleaseNode(string TagName = "", long? DatabaseId = null, bool IsDraft = false, bool IsPrerelease = false, DateTimeOffset? PublishedAt = null);

internal sealed record ComparedData(ComparedHolder? Repository = null);

/// <summary>A tag that is not there is null.</summary>
internal sealed record ComparedHolder(RefNode? Ref = null);

internal sealed record RefNode(ComparisonNode? Compare = null);

internal sealed record ComparisonNode(Connection<ReleasedNode>? Commits = null);

internal sealed record ReleasedNode(string Message = "", GitActorNode? Author = null, Connection<ReleasedPullNode>? AssociatedPullRequests = null);

internal sealed record GitActorNode(ActorNode? User = null);

internal sealed record ReleasedPullNode(
    int Number, DateTimeOffset? MergedAt = null, ActorNode? Author = null, Connection<ReviewNode>? Reviews = null, Connection<ReportNode>? ClosingIssuesReferences = null);

internal sealed record ReviewNode(string State = "", ActorNode? Author = null);

internal sealed record OpenPullsData(OpenPullsHolder? Repository = null);

internal sealed record OpenPullsHolder(Connection<OpenPullNode>? PullRequests = null);

internal sealed record OpenPullNode(
    int Number, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string Title = "", string Url = "", bool IsDraft = false, bool Locked = false, string HeadRefOid = "",
    string BaseRefName = "", int Additions = 0, int Deletions = 0, int ChangedFiles = 0, string AuthorAssociation = "", ActorNode? Author = null,
    Connection<NamedNode>? Labels = null, Connection<ReviewRequestNode>? ReviewRequests = null, Connection<OpenReviewNode>? Reviews = null,
    Connection<OpenCommentNode>? Comments = null, Connection<DatedCommitNode>? Commits = null, Connection<EventNode>? TimelineItems = null);

/// <summary>A team that the installation may not see is null.</summary>
internal sealed record ReviewRequestNode(ReviewerNode? RequestedReviewer = null);

internal sealed record ReviewerNode(string Login = "", long? DatabaseId = null, string? CombinedSlug = null)
{
    /// <summary>The account of a person; only they have the id that was asked for.</summary>
    public Account? AsPerson() => DatabaseId is { } id ? new(id, Login) : null;
}

internal sealed record OpenReviewNode(string State = "", DateTimeOffset? SubmittedAt = null, string? Body = null, string AuthorAssociation = "", ActorNode? Author = null);

internal sealed record OpenCommentNode(DateTimeOffset CreatedAt, string? Body = null, string AuthorAssociation = "", ActorNode? Author = null);

internal sealed record DatedCommitNode(CommitDateNode? Commit = null);

internal sealed record CommitDateNode(DateTimeOffset? CommittedDate = null);

internal sealed record EventNode(DateTimeOffset? CreatedAt = null);

internal sealed record IssueWorkData(IssueWorkHolder? Repository = null);

internal sealed record IssueWorkHolder(IssueWorkNode? Issue = null);

internal sealed record IssueWorkNode(
    bool Closed = true, bool Locked = true, Connection<ActorNode>? Assignees = null, Connection<StateNode>? ClosedByPullRequestsReferences = null);

internal sealed record StateNode(string State = "");

internal sealed record ReportNode(RepositoryNode? Repository = null, ActorNode? Author = null);

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
[JsonSerializable(typeof(GraphQLAnswer<MergedData>))]
[JsonSerializable(typeof(GraphQLAnswer<PlacesData>))]
[JsonSerializable(typeof(GraphQLAnswer<OwnDiscussionsData>))]
[JsonSerializable(typeof(GraphQLAnswer<CreatedData>))]
[JsonSerializable(typeof(GraphQLAnswer<ReleasesData>))]
[JsonSerializable(typeof(GraphQLAnswer<ComparedData>))]
[JsonSerializable(typeof(GraphQLAnswer<OpenPullsData>))]
[JsonSerializable(typeof(GraphQLAnswer<IssueWorkData>))]
internal sealed partial class GraphQLContext : JsonSerializerContext;
