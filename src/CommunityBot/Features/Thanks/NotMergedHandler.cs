using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Features.Thanks;

/// <summary>Has a kind word for a newcomer whose pull request somebody else closed without merging it.</summary>
public sealed class NotMergedHandler(Ledger.Ledger ledger, People people, MomentWriter moments) : IWebhookHandler<PullRequestClosedEvent>
{
    /// <inheritdoc/>
    public async Task HandleAsync(PullRequestClosedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var pull = webhook.PullRequest;
        var config = await context.ConfigAsync(cancellationToken);
        var settings = config.Get<ThanksSettings>();
        if (await MergeFacts.MergedAtAsync(pull, context, cancellationToken) is not null)
        {
            return;
        }

        if (settings is not { Enabled: true, NotMerged.Enabled: true })
        {
            context.Silent($"{ThanksFeature.NotMerged.Setting} is switched off");
            return;
        }

        if (RefusalRules.AsPerson(pull.User) is not { } author || config.Get<PeopleSettings>().Ignores(author.Login)
            || RefusalRules.AsPerson(webhook.Sender) is not { } closer || config.Get<PeopleSettings>().Ignores(closer.Login))
        {
            context.Silent("who wrote it or who closed it is no person, or is ignored by the config");
            return;
        }

        if (closer.Id == author.Id)
        {
            context.Silent($"{author.Login} closed it themselves");
            return;
        }

        var person = await people.FindAsync(context, author, pull.AuthorAssociation?.StringValue ?? "");
        if (person.Insider == true)
        {
            context.Silent(person.WhyNoOutsider);
            return;
        }

        var closedAt = pull.ClosedAt ?? pull.UpdatedAt;
        var merges = await ledger.OtherMergesOfAsync(context, person, pull.Number, closedAt, cancellationToken);
        if (merges.Earlier > 0)
        {
            context.Silent($"something of {person.Login} was merged before");
        }
        else if (await people.MaySpeakToAsync(context, person, cancellationToken))
        {
            await moments.WriteAsync(context, cancellationToken, new Occasion(ThanksFeature.NotMerged, settings.NotMerged, $"{pull.Id}", person, ThanksItems.Of(pull), closedAt));
        }
    }
}
