using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>Congratulates in a new discussion, where no pull request tells of a promotion.</summary>
public sealed partial class PromotionDiscussions(People people, MomentWriter moments, ILogger<PromotionDiscussions> logger)
{
    /// <summary>
    /// Congratulates somebody who was added to the delivery's repository, if they are an insider by now. The payload names permissions in
    /// <see href="https://docs.github.com/webhooks/webhook-events-and-payloads#member">a way that makes triage the same as read</see>, and has none for teams.
    /// </summary>
    public async Task AddAsync(DeliveryContext context, Account account, string role, CancellationToken cancellationToken)
    {
        var config = await context.ConfigAsync(cancellationToken);
        var settings = config.Get<ThanksSettings>();
        if (PromotionRules.Wanted(settings) is not { } wanted)
        {
            context.Silent($"{ThanksFeature.Promotion.Setting} is switched off");
            return;
        }

        if (!await IsInsiderAsync(context, account, cancellationToken))
        {
            context.Silent($"{account.Login} has no triage permission in {context.Repository.FullName}, or GitHub does not tell");
            return;
        }

        var repository = context.Repository;
        var person = await people.FindAsync(context, account, association: "");
        var title = PromotionTitles.Of(config.Get<GeneralSettings>().Language, account.Login, repository.Name);
        var occasion = new Occasion(
            ThanksFeature.Promotion,
            wanted,
            PromotionRules.Key(repository.Id, account.Id, role),
            person,
            new("discussion", Number: 0, title, Url: "", Labels: []),
            context.ReceivedAt)
        {
            NewDiscussion = (settings.Release.Category, title),
        };
        await moments.WriteAsync(context, cancellationToken, occasion);
    }

    private async Task<bool> IsInsiderAsync(DeliveryContext context, Account account, CancellationToken cancellationToken)
    {
        try
        {
            return await people.AskForInsiderAsync(context, account, cancellationToken);
        }
        catch (GitHubRefusedException refusal)
        {
            LogInDoubt(refusal.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody is congratulated on a promotion, since GitHub does not tell what they may do: {Reason}")]
    private partial void LogInDoubt(string reason);
}
