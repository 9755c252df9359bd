using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using Octokit.Webhooks.Events.PullRequestReview;

namespace CommunityBot.Features.Thanks;

/// <summary>Thanks somebody for reviewing, once: whoever reviews before they have to makes the wait shorter for everybody.</summary>
public sealed class ReviewerHandler(People people, MomentWriter moments) : IWebhookHandler<PullRequestReviewSubmittedEvent>
{
    /// <inheritdoc/>
    public async Task HandleAsync(PullRequestReviewSubmittedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (pull, review) = (webhook.PullRequest, webhook.Review);
        var settings = (await context.ConfigAsync(cancellationToken)).Get<ThanksSettings>();
        if (settings is not { Enabled: true, Reviewer.Enabled: true })
        {
            context.Silent($"{ThanksFeature.Reviewer.Setting} is switched off");
            return;
        }

        if (review.User.Id == pull.User?.Id)
        {
            context.Silent($"{review.User.Login} reviewed their own pull request");
            return;
        }

        // GitHub makes a review also of a single answer in a thread.
        if (review.State?.StringValue == "commented" && string.IsNullOrWhiteSpace(review.Body))
        {
            context.Silent("a comment on a line is no review");
            return;
        }

        var person = await people.FindAsync(context, new(review.User.Id, review.User.Login), review.AuthorAssociation?.StringValue ?? "");
        if (settings.Insiders || await people.MaySpeakToAsync(context, person, cancellationToken))
        {
            var at = review.SubmittedAt ?? context.ReceivedAt;
            var occasion = new Occasion(ThanksFeature.Reviewer, settings.Reviewer, $"{context.Repository.Id}-{person.Id}", person, ThanksItems.Of(pull), at);
            await moments.WriteAsync(context, cancellationToken, occasion);
        }
    }
}
