namespace CommunityBot.Inbox;

/// <summary>One webhook request from GitHub.</summary>
/// <param name="Id"><c>X-GitHub-Delivery</c>.</param>
/// <param name="Event"><c>X-GitHub-Event</c>.</param>
/// <param name="Action">The payload's action, if it has one.</param>
/// <param name="InstallationId">Numeric id of the installation, 0 if the payload names none.</param>
/// <param name="RepositoryId">Numeric id of the repository, 0 if the payload names none.</param>
public sealed record Delivery(string Id, string Event, string? Action, long InstallationId, long RepositoryId)
{
    /// <summary>
    /// What its handling stays in order with: its repository, else its installation, whose ids are made negative to be told apart.
    /// </summary>
    public long Lane => RepositoryId != 0 ? RepositoryId : -InstallationId;

    /// <summary>Whether it may hold a command, that is, whether somebody may wait for an answer.</summary>
    public bool MayAsk => Asking.Contains(Event);

    /// <summary>Events that may hold a command.</summary>
    internal static readonly IReadOnlyList<string> Asking = ["issue_comment", "discussion_comment", "pull_request_review", "pull_request_review_comment"];
}
