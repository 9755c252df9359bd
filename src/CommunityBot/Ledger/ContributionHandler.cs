using CommunityBot.Inbox;
using Octokit.Webhooks.Events.Discussion;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Ledger;

/// <summary>Records what people open and what they answer, whoever did it and whether or not the bot speaks there: what is first depends on it.</summary>
public sealed class ContributionHandler
    : IWebhookHandler<IssuesOpenedEvent>, IWebhookHandler<PullRequestOpenedEvent>, IWebhookHandler<DiscussionCreatedEvent>, IWebhookHandler<DiscussionAnsweredEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(IssuesOpenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var issue = webhook.Issue;
        return Ledger.RecordAsync(context, RefusalRules.AsPerson(issue.User), ContributionType.IssueOpened, issue.Number, issue.CreatedAt, cancellationToken);
    }

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestOpenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var pull = webhook.PullRequest;
        return Ledger.RecordAsync(context, RefusalRules.AsPerson(pull.User), ContributionType.PullRequestOpened, pull.Number, pull.CreatedAt, cancellationToken);
    }

    /// <inheritdoc/>
    public Task HandleAsync(DiscussionCreatedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var discussion = webhook.Discussion;
        return Ledger.RecordAsync(
            context, RefusalRules.AsPerson(discussion.User), ContributionType.DiscussionOpened, discussion.Number, discussion.CreatedAt, cancellationToken);
    }

    /// <inheritdoc/>
    public Task HandleAsync(DiscussionAnsweredEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (discussion, answer) = (webhook.Discussion, webhook.Answer);
        return answer.User?.Id == discussion.User?.Id
            ? Task.CompletedTask
            : Ledger.RecordAsync(context, RefusalRules.AsPerson(answer.User), ContributionType.AnswerGiven, discussion.Number, answer.CreatedAt, cancellationToken);
    }
}
