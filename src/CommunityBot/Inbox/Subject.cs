using Octokit.Webhooks;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Models;

namespace CommunityBot.Inbox;

/// <summary>The issue or pull request that a delivery is about.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Author">Who opened it; null for a deleted account.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="Locked">Whether its conversation is locked.</param>
public sealed record Subject(int Number, User? Author, DateTimeOffset CreatedAt, bool Locked)
{
    /// <summary>The subject of an event, or null if it has none.</summary>
    public static Subject? Of(WebhookEvent webhook) => webhook switch
    {
        IssuesEvent { Issue: { } issue } => new((int)issue.Number, issue.User, issue.CreatedAt, issue.Locked == true),
        PullRequestEvent { PullRequest: { } pull } => new((int)pull.Number, pull.User, pull.CreatedAt, pull.Locked),
        _ => null,
    };
}
