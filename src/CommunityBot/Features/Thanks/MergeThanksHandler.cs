using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Features.Thanks;

/// <summary>Says on a merged pull request what there is to celebrate: one comment, the strongest moment first.</summary>
public sealed class MergeThanksHandler(MergeThanks thanks, MomentWriter moments) : IWebhookHandler<PullRequestClosedEvent>, IWebhookHandler<PullRequestLabeledEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(PullRequestClosedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => ThankAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestLabeledEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => ThankAsync(webhook, context, cancellationToken);

    private async Task ThankAsync(PullRequestEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (await MergeFacts.MergedAtAsync(webhook.PullRequest, context, cancellationToken) is { } mergedAt)
        {
            await moments.WriteAsync(context, cancellationToken, await thanks.OfAsync(context, webhook.PullRequest, mergedAt, cancellationToken));
        }
        else
        {
            context.Silent("it is not merged");
        }
    }
}
