using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.Team;
using Octokit.Webhooks.Events.PullRequestReview;

namespace CommunityBot.Features.Mentoring;

/// <summary>Has a mentor offer to go through a newcomer's pull request together, once it has been through some reviews that ask for changes.</summary>
public sealed class PairingHandler(ChangeRequests requests, Newcomers newcomers, Mentors mentors, MomentWriter moments) : IWebhookHandler<PullRequestReviewSubmittedEvent>
{
    /// <inheritdoc/>
    public async Task HandleAsync(PullRequestReviewSubmittedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (pull, review) = (webhook.PullRequest, webhook.Review);
        var settings = (await context.ConfigAsync(cancellationToken)).Get<MentoringSettings>().Pairing;
        if (!await requests.IsOneAsync(webhook, context, cancellationToken) || await requests.CountAsync(webhook, context) is var count && count < settings.AfterReviews)
        {
            return;
        }

        if (!settings.Enabled || pull.State?.StringValue != "open")
        {
            context.Silent(settings.Enabled ? "it is closed" : $"{MentoringFeature.Pairing.Setting} is switched off");
            return;
        }

        var at = review.SubmittedAt ?? context.ReceivedAt;
        if (await newcomers.AuthorOfAsync(context, pull, at, cancellationToken) is not { } person)
        {
            return;
        }

        var number = (int)pull.Number;
        if (await mentors.ForAsync(context, number, person.Id, cancellationToken) is not { } mentoring)
        {
            context.Silent("no mentor is free");
            return;
        }

        Mentors.Record(context, number, mentoring, person.Id, at);
        var labels = pull.Labels?.Select(label => label?.Name).OfType<string>() ?? [];
        await moments.WriteAsync(context, cancellationToken, new Occasion(
            MentoringFeature.Pairing,
            settings,
            $"{context.Repository.Id}-{number}",
            person,
            new("pull_request", number, pull.Title ?? "", pull.HtmlUrl ?? "", [.. labels]),
            at)
        {
            Extras = new() { Count = (int)count, Mentor = mentoring.Mentor.Login },
        });
    }
}
