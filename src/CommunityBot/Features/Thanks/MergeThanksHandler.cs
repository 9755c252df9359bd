using CommunityBot.Features.Thanks.Promotions;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Features.Thanks;

/// <summary>Says on a merged pull request what there is to celebrate: one comment, the strongest moment first.</summary>
public sealed class MergeThanksHandler(FilePromotions promotions, MergeThanks thanks, MomentWriter moments)
    : IWebhookHandler<PullRequestClosedEvent>, IWebhookHandler<PullRequestLabeledEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(PullRequestClosedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => ThankAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestLabeledEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => ThankAsync(webhook, context, cancellationToken);

    private async Task ThankAsync(PullRequestEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var pull = webhook.PullRequest;
        if (await MergeFacts.MergedAtAsync(webhook, context, cancellationToken) is { } mergedAt)
        {
            NotMergedHandler.Withdraw(context, pull);
            var promoted = await promotions.OfAsync(context, pull, mergedAt, cancellationToken);
            await moments.WriteAsync(context, cancellationToken, [.. promoted, .. await thanks.OfAsync(context, pull, mergedAt, cancellationToken)]);
        }
    }
}
