namespace CommunityBot.GitHub;

/// <summary>
/// What the outbox does at GitHub. Every call throws as <see cref="IGitHubReader"/> describes; after a
/// <see cref="GitHubUnavailableException"/> it is unknown whether the effect took place.
/// </summary>
public interface IGitHubWriter
{
    /// <summary>The address of the bot's own comment that ends with a marker, or null if there is none. Comments older than <paramref name="since"/> are not looked at.</summary>
    Task<string?> FindOwnCommentAsync(RepositoryRef repository, int number, string marker, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Comments on an issue or pull request and returns the address of the comment.</summary>
    Task<string> CommentAsync(RepositoryRef repository, int number, string body, CancellationToken cancellationToken);

    /// <summary>Reacts to an issue or pull request; once more is no change. <paramref name="content"/> is GitHub's name, for example <c>heart</c>.</summary>
    Task ReactAsync(RepositoryRef repository, int number, string content, CancellationToken cancellationToken);

    /// <summary>Adds labels to an issue or pull request; those it has stay. A label that the repository does not have is made.</summary>
    Task AddLabelsAsync(RepositoryRef repository, int number, IReadOnlyList<string> labels, CancellationToken cancellationToken);

    /// <summary>As <see cref="FindOwnCommentAsync"/>, on a discussion, known by its node id.</summary>
    Task<string?> FindOwnDiscussionCommentAsync(
        RepositoryRef repository, string discussionId, string marker, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Comments on a discussion, known by its node id, and returns the address of the comment.</summary>
    Task<string> CommentOnDiscussionAsync(RepositoryRef repository, string discussionId, string body, CancellationToken cancellationToken);

    /// <summary>As <see cref="ReactAsync"/>, to a discussion, known by its node id.</summary>
    Task ReactToDiscussionAsync(RepositoryRef repository, string discussionId, string content, CancellationToken cancellationToken);

    /// <summary>As <see cref="AddLabelsAsync"/>, to a discussion, known by its node id.</summary>
    Task AddDiscussionLabelsAsync(RepositoryRef repository, string discussionId, IReadOnlyList<string> labels, CancellationToken cancellationToken);

    /// <summary>The address of the bot's own discussion in a category that ends with a marker, or null if there is none. Older ones than <paramref name="since"/> are not looked at.</summary>
    Task<string?> FindOwnDiscussionAsync(RepositoryRef repository, string category, string marker, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Opens a discussion in a category and returns its address. Where there is no such category it is refused.</summary>
    Task<string> CreateDiscussionAsync(RepositoryRef repository, string category, string title, string body, CancellationToken cancellationToken);

    /// <summary>The address of the App's own check run of this name on the commit, or null if there is none.</summary>
    Task<string?> FindOwnCheckRunAsync(RepositoryRef repository, CheckRun run, CancellationToken cancellationToken);

    /// <summary>Creates a check run and returns its address.</summary>
    Task<string> CreateCheckRunAsync(RepositoryRef repository, CheckRun run, CancellationToken cancellationToken);
}
