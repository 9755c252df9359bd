using CommunityBot.Inbox;
using Octokit.Webhooks.Events.Member;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>Congratulates new collaborators.</summary>
public sealed class CollaboratorHandler(PromotionDiscussions promotions) : IWebhookHandler<MemberAddedEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(MemberAddedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        promotions.AddAsync(context, new(webhook.Member.Id, webhook.Member.Login), PromotionRules.Collaborator, cancellationToken);
}
