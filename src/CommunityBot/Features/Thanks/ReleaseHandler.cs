using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Events.Release;
using Octokit.Webhooks.Models;

namespace CommunityBot.Features.Thanks;

/// <summary>Thanks everybody who had a part in a release, in a discussion of its own.</summary>
public sealed class ReleaseHandler(ReleasePeople people, MomentWriter moments) : IWebhookHandler<ReleasePublishedEvent>
{
    /// <inheritdoc/>
    public async Task HandleAsync(ReleasePublishedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var release = webhook.Release;
        var config = await context.ConfigAsync(cancellationToken);
        if (ReleaseRules.Wanted(config.Get<ThanksSettings>()) is not { } wanted || release.Draft)
        {
            context.Silent($"{ThanksFeature.Release.Setting} is switched off, or it is a draft");
            return;
        }

        var at = release.PublishedAt ?? release.CreatedAt ?? context.ReceivedAt;
        var lists = await people.OfAsync(context, release, at, cancellationToken);
        if (lists.Values.Sum(list => list.Count) is var count and > 0)
        {
            var item = ThanksItems.Of(release);
            var occasion = new Occasion(ThanksFeature.Release, wanted, $"{release.Id}", Publisher(release.Author), item, at)
            {
                NewDiscussion = (wanted.Category, ReleaseTitle.Of(config.Get<GeneralSettings>().Language, item.Title)),
                Extras = new() { Count = count, People = lists },
            };
            await moments.WriteAsync(context, cancellationToken, occasion);
        }
    }

    // Often a workflow, so GitHub is not asked for a history.
    private static KnownPerson Publisher(User? author) => new(author?.Id ?? 0, author?.Login ?? "ghost", Insider: null, HistoryRead: true);
}
