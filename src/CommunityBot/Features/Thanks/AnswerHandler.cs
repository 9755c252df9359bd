using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using Octokit.Webhooks.Events.Discussion;

namespace CommunityBot.Features.Thanks;

/// <summary>Thanks whoever gave the answer to a discussion.</summary>
public sealed class AnswerHandler(Ledger.Ledger ledger, People people, IConfigSource configs, MomentWriter moments) : IWebhookHandler<DiscussionAnsweredEvent>
{
    /// <inheritdoc/>
    public async Task HandleAsync(DiscussionAnsweredEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (discussion, answer) = (webhook.Discussion, webhook.Answer);
        var config = await configs.OfAsync(context.Repository, cancellationToken);
        var settings = config.Get<ThanksSettings>();
        if (AnswerRules.Wanted(settings) is not { } wanted || !AnswerRules.IsForSomebodyElse(webhook))
        {
            return;
        }

        var person = await people.FindAsync(context, answer.User, answer.AuthorAssociation?.StringValue ?? "");
        if (!settings.Insiders && !await people.IsOutsiderAsync(context, person, cancellationToken))
        {
            return;
        }

        var occasion = new Occasion(
            ThanksFeature.Answer,
            wanted,
            AnswerRules.Key(discussion.Id),
            answer.User.Login,
            new(ThanksFeature.Answer.Subject, (int)discussion.Number, discussion.Title ?? "", discussion.HtmlUrl ?? "", Labels: []),
            answer.CreatedAt)
        {
            DiscussionId = discussion.NodeId,
            LastContribution = await LastAsync(wanted, context, person, answer.CreatedAt, cancellationToken),
        };
        await moments.WriteAsync(context, config, occasion, cancellationToken);
    }

    // Asked for only where a variant depends on it.
    private async Task<DateTimeOffset?> LastAsync(
        AnswerSettings wanted, DeliveryContext context, KnownPerson person, DateTimeOffset now, CancellationToken cancellationToken) =>
        wanted.Variants.Any(variant => variant.When.ReturningAfter is not null)
            ? (await ledger.HistoryOfAsync(context, person, now, cancellationToken)).LastAt
            : null;
}
