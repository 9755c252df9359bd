using CommunityBot.Inbox;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.Member;
using Octokit.Webhooks.Events.Membership;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>Registers what finds promotions.</summary>
internal static class PromotionRegistration
{
    public static IServiceCollection AddPromotions(this IServiceCollection services) => services
        .AddSingleton<NewOwners>()
        .AddSingleton<PromotedPeople>()
        .AddSingleton<FilePromotions>()
        .AddSingleton<PromotionDiscussions>()
        .AddSingleton<CollaboratorHandler>()
        .AddSingleton<TeamMemberHandler>()
        .AddWebhookHandler<MemberAddedEvent, CollaboratorHandler>(WebhookEventType.Member, MemberActionValue.Added)
        .AddWebhookHandler<MembershipAddedEvent, TeamMemberHandler>(WebhookEventType.Membership, MembershipActionValue.Added);
}
