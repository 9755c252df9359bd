using Octokit.Webhooks;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Discussion;
using Octokit.Webhooks.Models;

namespace CommunityBot.Inbox;

/// <summary>The issue, pull request or discussion that a delivery is about.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Author">Whom it is about: who opened it, or who gave the answer that it tells of; null for a deleted account.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="Locked">Whether its conversation is locked.</param>
public sealed record Subject(int Number, User? Author, DateTimeOffset CreatedAt, bool Locked)
{
    /// <summary>The subject of an event, or null if it has none.</summary>
    public static Subject? Of(WebhookEvent webhook) => webhook switch
    {
        IssuesEvent { Issue: { } issue } => new((int)issue.Number, issue.User, issue.CreatedAt, issue.Locked == true),
        PullRequestEvent { PullRequest: { } pull } => new((int)pull.Number, pull.User, pull.CreatedAt, pull.Locked),
        DiscussionAnsweredEvent { Discussion: { } discussion } answered => Of(discussion, answered.Answer?.User),
        DiscussionEvent { Discussion: { } discussion } => Of(discussion, discussion.User),
        _ => null,
    };

    private static Subject Of(Discussion discussion, User? author) => new((int)discussion.Number, author, discussion.CreatedAt, discussion.Locked);
}
