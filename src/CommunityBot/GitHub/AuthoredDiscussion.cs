namespace CommunityBot.GitHub;

/// <summary>A discussion that somebody opened.</summary>
/// <param name="Number">Its number in the repository; issues, pull requests and discussions are numbered together.</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record AuthoredDiscussion(int Number, DateTimeOffset OpenedAt);

/// <summary>Whose discussions are meant, and where. GraphQL knows both by node ids, which payloads name as <c>node_id</c> and which survive renames.</summary>
/// <param name="NodeId">Node id of the account.</param>
/// <param name="RepositoryNodeId">Node id of the repository.</param>
public sealed record DiscussionAuthor(string NodeId, string RepositoryNodeId);
