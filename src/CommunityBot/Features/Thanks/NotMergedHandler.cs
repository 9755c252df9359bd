using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Models.PullRequestEvent;

namespace CommunityBot.Features.Thanks;

/// <summary>Has a kind word for a newcomer whose pull request somebody else closed without merging it.</summary>
public sealed class NotMergedHandler(Ledger.Ledger ledger, People people, MomentWriter moments) : IWebhookHandler<PullRequestClosedEvent>
{
    /// <summary>How long to wait for the label by which it counts as merged, where a project has one: people put it on after closing as well as before.</summary>
    private static readonly TimeSpan LabelTime = TimeSpan.FromMinutes(10);

    /// <summary>Takes back what waits to be said of a pull request that was merged after all.</summary>
    public static void Withdraw(DeliveryContext context, PullRequest pull) => Outbox.Outbox.Withdraw(context, ThanksFeature.NotMerged.Kind, Key(pull), "it was merged after all");

    /// <inheritdoc/>
    public async Task HandleAsync(PullRequestClosedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var pull = webhook.PullRequest;
        var config = await context.ConfigAsync(cancellationToken);
        var settings = config.Get<ThanksSettings>();
        if (await MergeFacts.MergedAtAsync(webhook, context, cancellationToken) is not null)
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
            var waits = config.Get<MergeSettings>().MergedLabels.Count > 0;
            if (waits && await ledger.IsMergedAsync(context, person.Id, pull.Number))
            {
                context.Silent("it was merged after all");
                return;
            }

            await moments.WriteAsync(context, cancellationToken, new Occasion(ThanksFeature.NotMerged, settings.NotMerged, Key(pull), person, ThanksItems.Of(pull), closedAt)
            {
                Due = waits ? closedAt + LabelTime : null,
            });
        }
    }

    private static string Key(PullRequest pull) => $"{pull.Id}";
}
