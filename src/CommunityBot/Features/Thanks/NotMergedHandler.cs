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
        if (settings is not { Enabled: true, NotMerged.Enabled: true }
            || RefusalRules.AsPerson(pull.User) is not { } author || config.Get<PeopleSettings>().Ignores(author.Login)
            || RefusalRules.AsPerson(webhook.Sender) is not { } closer || config.Get<PeopleSettings>().Ignores(closer.Login) || closer.Id == author.Id
            || await MergeFacts.MergedAtAsync(pull, context, cancellationToken) is not null)
        {
            return;
        }

        var person = await people.FindAsync(context, author, pull.AuthorAssociation?.StringValue ?? "");
        if (person.Insider == true)
        {
            return;
        }

        var closedAt = pull.ClosedAt ?? pull.UpdatedAt;
        var merges = await ledger.OtherMergesOfAsync(context, person, pull.Number, closedAt, cancellationToken);
        if (merges.Earlier == 0 && await people.IsOutsiderAsync(context, person, cancellationToken))
        {
            await moments.WriteAsync(context, cancellationToken, new Occasion(ThanksFeature.NotMerged, settings.NotMerged, $"{pull.Id}", person, ThanksItems.Of(pull), closedAt));
        }
    }
}
