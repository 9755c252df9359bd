using Octokit.Webhooks;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Discussion;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Models;

namespace CommunityBot.Inbox;

/// <summary>What a delivery is about: an issue, a pull request, a discussion, a release, or somebody who was added.</summary>
/// <param name="People">Who has to be a person for anything to be said: whom it is about, and whose action it tells of; null for a deleted account.</param>
/// <param name="CreatedAt">When it was opened; of a release, when it was published.</param>
/// <param name="Locked">Whether its conversation is locked.</param>
public sealed record Subject(IReadOnlyList<User?> People, DateTimeOffset CreatedAt, bool Locked)
{
    /// <summary>The subject of an event, or null if it has none.</summary>
    public static Subject? Of(WebhookEvent webhook) => webhook switch
    {

        // The label is what happens, whenever the issue was opened.
        IssuesLabeledEvent { Issue: { } issue } => new([issue.User, webhook.Sender], DateTimeOffset.MaxValue, issue.Locked == true),
        IssuesEvent { Issue: { } issue } => new([issue.User, webhook.Sender], issue.CreatedAt, issue.Locked == true),

        // A merge queue or a bot may have closed it, and what a bot wrote may fix what a person reported: whoever speaks looks to whom.
        PullRequestClosedEvent { PullRequest: { } pull } => new([], pull.CreatedAt, pull.Locked),
        PullRequestLabeledEvent { PullRequest: { } pull } => new([], pull.CreatedAt, pull.Locked),
        PullRequestEvent { PullRequest: { } pull } => new([pull.User, webhook.Sender], pull.CreatedAt, pull.Locked),
        PullRequestReviewEvent { PullRequest: { } pull, Review: { } review } => new([review.User, webhook.Sender], pull.CreatedAt, pull.Locked),

        // A comment may ask for something on what is older than the installation.
        IssueCommentEvent { Issue: { } issue, Comment: { } comment } => new([comment.User, webhook.Sender], comment.UpdatedAt, issue.Locked == true),
        PullRequestReviewCommentEvent { PullRequest: { } pull, Comment: { } comment } => new([comment.User, webhook.Sender], comment.UpdatedAt, pull.Locked),
        DiscussionCommentEvent { Discussion: { } discussion, Comment: { } comment } => new([comment.User, webhook.Sender], comment.UpdatedAt, discussion.Locked),
        DiscussionAnsweredEvent { Discussion: { } discussion } answered => Of(discussion, answered.Answer?.User, webhook.Sender),
        DiscussionEvent { Discussion: { } discussion } => Of(discussion, discussion.User, webhook.Sender),

        // Workflows publish releases, and what is said of one is about those who made it; whoever speaks looks to whom. What has no date is not taken for new.
        ReleaseEvent { Release: { } release } => new([], release.PublishedAt ?? release.CreatedAt ?? default, Locked: false),

        // Often a program adds people, for somebody who decided it: whom it is about is a person. It is as new as the delivery.
        MemberEvent { Member: { } member } => new([member], DateTimeOffset.MaxValue, Locked: false),
        MembershipEvent { Member: { } member } => new([member], DateTimeOffset.MaxValue, Locked: false),
        _ => null,
    };

    private static Subject Of(Discussion discussion, params IReadOnlyList<User?> people) => new(people, discussion.CreatedAt, discussion.Locked);
}
