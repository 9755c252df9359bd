using CommunityBot.Inbox;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Discussion;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Models;

namespace CommunityBot.Ledger;

/// <summary>Records what people open, what of it is merged and what they answer, whoever did it and whether or not the bot speaks there: what is first depends on it.</summary>
public sealed class ContributionHandler
    : IWebhookHandler<IssuesOpenedEvent>, IWebhookHandler<PullRequestOpenedEvent>, IWebhookHandler<PullRequestClosedEvent>,
      IWebhookHandler<DiscussionCreatedEvent>, IWebhookHandler<DiscussionAnsweredEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(IssuesOpenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var issue = webhook.Issue;
        Record(context, issue.User, ContributionType.IssueOpened, issue.Number, issue.CreatedAt);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestOpenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => RecordAsync(webhook, context);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestClosedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => RecordAsync(webhook, context);

    /// <inheritdoc/>
    public Task HandleAsync(DiscussionCreatedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var discussion = webhook.Discussion;
        Record(context, discussion.User, ContributionType.DiscussionOpened, discussion.Number, discussion.CreatedAt);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(DiscussionAnsweredEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (discussion, answer) = (webhook.Discussion, webhook.Answer);
        if (answer.User?.Id != discussion.User?.Id)
        {
            Record(context, answer.User, ContributionType.AnswerGiven, discussion.Number, answer.CreatedAt);
        }

        return Task.CompletedTask;
    }

    private static void Record(DeliveryContext context, User? person, ContributionType type, long subject, DateTimeOffset at)
    {
        if (RefusalRules.IsPerson(person))
        {
            Ledger.Record(context, new(context.Repository.Id, person!.Id, type, subject, at));
        }
    }

    private static Task RecordAsync(PullRequestEvent webhook, DeliveryContext context)
    {
        var pull = webhook.PullRequest;
        Record(context, pull.User, ContributionType.PullRequestOpened, pull.Number, pull.CreatedAt);
        if (pull.MergedAt is { } mergedAt)
        {
            Record(context, pull.User, ContributionType.PullRequestMerged, pull.Number, mergedAt);
        }

        return Task.CompletedTask;
    }
}
