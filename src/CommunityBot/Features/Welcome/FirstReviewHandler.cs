using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using Octokit.Webhooks.Events.PullRequestReview;

namespace CommunityBot.Features.Welcome;

/// <summary>Tells a newcomer how to read a review, when an insider asks for changes for the first time.</summary>
public sealed class FirstReviewHandler(ChangeRequests requests, Newcomers newcomers, MomentWriter moments) : IWebhookHandler<PullRequestReviewSubmittedEvent>
{
    /// <inheritdoc/>
    public async Task HandleAsync(PullRequestReviewSubmittedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (pull, review) = (webhook.PullRequest, webhook.Review);
        var settings = (await context.ConfigAsync(cancellationToken)).Get<WelcomeSettings>();
        if (!await requests.IsOneAsync(webhook, context, cancellationToken))
        {
            return;
        }

        if (settings is not { Enabled: true, FirstReview.Enabled: true })
        {
            context.Silent($"{WelcomeFeature.FirstReview.Setting} is switched off");
            return;
        }

        if (pull.State?.StringValue != "open")
        {
            context.Silent("it is closed");
            return;
        }

        var at = review.SubmittedAt ?? context.ReceivedAt;
        if (await newcomers.AuthorOfAsync(context, pull, at, cancellationToken) is { } person)
        {
            var labels = pull.Labels?.Select(label => label?.Name).OfType<string>() ?? [];
            await moments.WriteAsync(context, cancellationToken, new Occasion(
                WelcomeFeature.FirstReview,
                settings.FirstReview,
                WelcomeRules.Key(context.Repository.Id, person.Id),
                person,
                new("pull_request", (int)pull.Number, pull.Title ?? "", pull.HtmlUrl ?? "", [.. labels]),
                at));
        }
    }
}
