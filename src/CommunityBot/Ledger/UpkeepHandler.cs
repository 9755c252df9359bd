using CommunityBot.Inbox;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequestReview;
using Octokit.Webhooks.Events.Release;

namespace CommunityBot.Ledger;

/// <summary>Records the work that keeps a project going: reviews, sorting issues, releases.</summary>
public sealed class UpkeepHandler
    : IWebhookHandler<PullRequestReviewSubmittedEvent>, IWebhookHandler<IssuesLabeledEvent>, IWebhookHandler<IssuesClosedEvent>, IWebhookHandler<ReleasePublishedEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(PullRequestReviewSubmittedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        // GitHub makes a review also of what an author answers in the threads of one.
        var (pull, review) = (webhook.PullRequest, webhook.Review);
        return review.User?.Id == pull.User?.Id
            ? Task.CompletedTask
            : Ledger.RecordAsync(
                context, RefusalRules.AsPerson(review.User), ContributionType.PullRequestReviewed, pull.Number, review.SubmittedAt ?? pull.CreatedAt, cancellationToken);
    }

    /// <inheritdoc/>
    public Task HandleAsync(IssuesLabeledEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => RecordTriageAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(IssuesClosedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        webhook.Issue.StateReason == "duplicate" ? RecordTriageAsync(webhook, context, cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task HandleAsync(ReleasePublishedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var release = webhook.Release;
        return Ledger.RecordAsync(
            context,
            RefusalRules.AsPerson(release.Author),
            ContributionType.ReleasePublished,
            release.Id,
            release.PublishedAt ?? release.CreatedAt ?? context.ReceivedAt,
            cancellationToken);
    }

    private static Task RecordTriageAsync(IssuesEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var issue = webhook.Issue;
        return webhook.Sender?.Id == issue.User?.Id
            ? Task.CompletedTask
            : Ledger.RecordAsync(context, RefusalRules.AsPerson(webhook.Sender), ContributionType.IssueTriaged, issue.Number, issue.UpdatedAt, cancellationToken);
    }
}
