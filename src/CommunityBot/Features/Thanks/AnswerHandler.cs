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
        if (webhook is not { Discussion: { } discussion, Answer: { User: { } author } answer } || !AnswerRules.IsForSomebodyElse(webhook))
        {
            return;
        }

        var config = await configs.OfAsync(context.Repository, cancellationToken);
        var settings = config.Get<ThanksSettings>();
        if (AnswerRules.Wanted(settings) is not { } wanted)
        {
            return;
        }

        var person = await people.FindAsync(context, author, answer.AuthorAssociation?.StringValue ?? "");
        if (!settings.Insiders && !await people.IsOutsiderAsync(context, person, cancellationToken))
        {
            return;
        }

        var occasion = new Occasion(
            ThanksFeature.Answer,
            wanted,
            AnswerRules.Key(discussion.Id),
            author.Login,
            new(ThanksFeature.Answer.Subject, (int)discussion.Number, discussion.Title ?? "", discussion.HtmlUrl ?? "", Labels: []),
            answer.CreatedAt)
        {
            DiscussionId = discussion.NodeId,
            LastContribution = await LastAsync(),
        };
        await moments.WriteAsync(context, config, occasion, cancellationToken);

        // Asked for only where a variant depends on it.
        async Task<DateTimeOffset?> LastAsync() => wanted.Variants.Any(variant => variant.When.ReturningAfter is not null)
            ? (await ledger.HistoryOfAsync(context, person, answer.CreatedAt, cancellationToken)).LastAt
            : null;
    }
}
