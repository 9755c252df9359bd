using CommunityBot.GitHub;
using CommunityBot.Inbox;
using Octokit.Webhooks.Events.Membership;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>Congratulates new members of a team in its repository. A team with several is left alone, since it would be said everywhere at once.</summary>
public sealed partial class TeamMemberHandler(IGitHubReader github, Refusals refusals, PromotionDiscussions promotions, ILogger<TeamMemberHandler> logger)
    : IWebhookHandler<MembershipAddedEvent>
{
    /// <inheritdoc/>
    public async Task HandleAsync(MembershipAddedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (Subject.Of(webhook) is not { } subject || RefusalRules.AsPerson(webhook.Member) is not { } account)
        {
            context.Silent("it is about no person");
            return;
        }

        // Who is in a secret team is nobody else's business.
        if (webhook.Team.Privacy?.StringValue != "closed")
        {
            context.Silent("the team is secret");
            return;
        }

        if (await FindRepositoryAsync(webhook, context.Delivery.InstallationId, cancellationToken) is not { } repository)
        {
            context.Silent("the team may write to no repository, or to several, or GitHub does not tell");
            return;
        }

        var there = context.In(repository);
        if (!await refusals.HoldAsync(there, subject, archived: false, cancellationToken))
        {
            await promotions.AddAsync(there, account, PromotionRules.Team(webhook.Team.Id), cancellationToken);
        }
    }

    // The one repository that the team may write to.
    private async Task<RepositoryRef?> FindRepositoryAsync(MembershipAddedEvent webhook, long installationId, CancellationToken cancellationToken)
    {
        try
        {
            var all = github.ListTeamAccessAsync(installationId, webhook.Organization!.Login, webhook.Team.Slug!, cancellationToken);
            return await all.Where(its => its is { CanWrite: true, IsArchived: false }).Take(2).ToListAsync(cancellationToken) is [var only] ? only.Repository : null;
        }
        catch (GitHubRefusedException refusal)
        {
            LogUnknown(webhook.Team.Slug!, refusal.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody is congratulated on coming into team {Team}, since GitHub does not tell its repositories: {Reason}")]
    private partial void LogUnknown(string team, string reason);
}
