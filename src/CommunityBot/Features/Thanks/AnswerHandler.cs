using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using Octokit.Webhooks.Events.Discussion;

namespace CommunityBot.Features.Thanks;

/// <summary>Thanks whoever gave the answer to a discussion.</summary>
public sealed class AnswerHandler(People people, MomentWriter moments) : IWebhookHandler<DiscussionAnsweredEvent>
{
    /// <inheritdoc/>
    public async Task HandleAsync(DiscussionAnsweredEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (discussion, answer) = (webhook.Discussion, webhook.Answer);
        var config = await context.ConfigAsync(cancellationToken);
        var settings = config.Get<ThanksSettings>();
        if (AnswerRules.Wanted(settings) is not { } wanted)
        {
            context.Silent($"{ThanksFeature.Answer.Setting} is switched off");
            return;
        }

        if (!AnswerRules.IsForSomebodyElse(webhook))
        {
            context.Silent($"{answer.User.Login} answered their own question");
            return;
        }

        var person = await people.FindAsync(context, new(answer.User.Id, answer.User.Login), answer.AuthorAssociation?.StringValue ?? "");
        if (!settings.Insiders && !await people.MaySpeakToAsync(context, person, cancellationToken))
        {
            return;
        }

        var occasion = new Occasion(
            ThanksFeature.Answer,
            wanted,
            AnswerRules.Key(discussion.Id),
            person,
            new(ThanksFeature.Answer.Subject, (int)discussion.Number, discussion.Title ?? "", discussion.HtmlUrl ?? "", Labels: []),
            answer.CreatedAt)
        {
            DiscussionId = discussion.NodeId,
        };
        await moments.WriteAsync(context, cancellationToken, occasion);
    }
}
