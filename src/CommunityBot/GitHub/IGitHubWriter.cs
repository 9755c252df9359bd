namespace CommunityBot.GitHub;

/// <summary>
/// What the outbox does at GitHub. Every call throws as <see cref="IGitHubReader"/> describes; after a
/// <see cref="GitHubUnavailableException"/> it is unknown whether the effect took place.
/// </summary>
public interface IGitHubWriter
{
    /// <summary>Whether anything is really done; if not, everything succeeds and nothing happens.</summary>
    bool Writes { get; }

    /// <summary>The address of the bot's own comment that ends with a marker, or null if there is none. Comments older than <paramref name="since"/> are not looked at.</summary>
    Task<string?> FindOwnCommentAsync(RepositoryRef repository, int number, string marker, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Comments on an issue or pull request and returns the address of the comment.</summary>
    Task<string> CommentAsync(RepositoryRef repository, int number, string body, CancellationToken cancellationToken);

    /// <summary>As <see cref="FindOwnCommentAsync"/>, on the lines of what a pull request changes.</summary>
    Task<string?> FindOwnLineCommentAsync(RepositoryRef repository, int number, string marker, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Replies to a comment on a line, the first one of its thread, and returns the address of the reply.</summary>
    Task<string> ReplyOnLineAsync(RepositoryRef repository, int number, long commentId, string body, CancellationToken cancellationToken);

    /// <summary>Reacts to an issue or pull request; once more is no change. <paramref name="content"/> is GitHub's name, for example <c>heart</c>.</summary>
    Task ReactAsync(RepositoryRef repository, int number, string content, CancellationToken cancellationToken);

    /// <summary>Adds labels to an issue or pull request; those it has stay. A label that the repository does not have is made.</summary>
    Task AddLabelsAsync(RepositoryRef repository, int number, IReadOnlyList<string> labels, CancellationToken cancellationToken);

    /// <summary>Assigns an issue or pull request to somebody; once more is no change. Whom GitHub does not take as an assignee is refused with 422.</summary>
    Task AssignAsync(RepositoryRef repository, int number, string login, CancellationToken cancellationToken);

    /// <summary>Takes somebody off the assignees of an issue or pull request; who is none stays none.</summary>
    Task UnassignAsync(RepositoryRef repository, int number, string login, CancellationToken cancellationToken);

    /// <summary>Asks somebody to review a pull request; once more is no change. Whom GitHub does not take, as its author, is refused with 422.</summary>
    Task RequestReviewAsync(RepositoryRef repository, int number, string login, CancellationToken cancellationToken);

    /// <summary>Closes an issue or pull request. <paramref name="reason"/> is GitHub's word for an issue, for example <c>not_planned</c>, and null for a pull request.</summary>
    Task CloseAsync(RepositoryRef repository, int number, string? reason, CancellationToken cancellationToken);

    /// <summary>Deletes a comment on an issue or pull request; one that is gone is deleted.</summary>
    Task DeleteCommentAsync(RepositoryRef repository, long commentId, CancellationToken cancellationToken);

    /// <summary>As <see cref="ReactAsync"/>, to a comment.</summary>
    Task ReactToCommentAsync(RepositoryRef repository, CommentPlace place, string content, CancellationToken cancellationToken);

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
