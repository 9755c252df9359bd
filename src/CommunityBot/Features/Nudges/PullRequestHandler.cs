using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Features.Nudges;

/// <summary>Follows how pull requests stand, and what is done on them other than by words.</summary>
public sealed class PullRequestHandler(Tracker tracker, IGitHubReader github)
    : IWebhookHandler<PullRequestOpenedEvent>, IWebhookHandler<PullRequestReopenedEvent>, IWebhookHandler<PullRequestReadyForReviewEvent>,
      IWebhookHandler<PullRequestConvertedToDraftEvent>, IWebhookHandler<PullRequestSynchronizeEvent>, IWebhookHandler<PullRequestLabeledEvent>,
      IWebhookHandler<PullRequestUnlabeledEvent>, IWebhookHandler<PullRequestReviewRequestedEvent>, IWebhookHandler<PullRequestReviewRequestRemovedEvent>,
      IWebhookHandler<PullRequestEditedEvent>, IWebhookHandler<PullRequestLockedEvent>, IWebhookHandler<PullRequestUnlockedEvent>,
      IWebhookHandler<PullRequestClosedEvent>
{
    /// <summary>What is asked for in the first minute was asked for by opening it: GitHub asks code owners in the name of the author.</summary>
    private static readonly TimeSpan Opening = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestOpenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        TellAsync(webhook, context, cancellationToken, PullFacts.None with { IsWhole = true });

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestReopenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => TellAsync(webhook, context, cancellationToken, Ready(webhook));

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestReadyForReviewEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        TellAsync(webhook, context, cancellationToken, Ready(webhook));

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestConvertedToDraftEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => TellAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public async Task HandleAsync(PullRequestSynchronizeEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        await TellAsync(webhook, context, cancellationToken, await IsOfBaseAsync(webhook, context, cancellationToken) ? PullFacts.None : Acted(webhook));

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestLabeledEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => TellAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestUnlabeledEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => TellAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestReviewRequestedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        TellAsync(webhook, context, cancellationToken, webhook.PullRequest.UpdatedAt - webhook.PullRequest.CreatedAt < Opening ? PullFacts.None : Acted(webhook));

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestReviewRequestRemovedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        TellAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestEditedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => TellAsync(webhook, context, cancellationToken, Acted(webhook));

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestLockedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => TellAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestUnlockedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => TellAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestClosedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => TellAsync(webhook, context, cancellationToken);

    private async Task TellAsync(PullRequestEvent webhook, DeliveryContext context, CancellationToken cancellationToken, PullFacts? act = null)
    {
        var pull = webhook.PullRequest;
        if (PayloadFacts.Of(pull, context.Repository) is { } facts)
        {
            await tracker.TellAsync(context, (int)pull.Number, facts.Merge(act ?? PullFacts.None), cancellationToken);
        }
    }

    // A merge from the base changes nothing of what the pull request changes, so only then it is worth a question whether it is one.
    private async Task<bool> IsOfBaseAsync(PullRequestSynchronizeEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        PayloadFacts.Of(webhook.PullRequest, context.Repository)?.Size is { } size
        && await tracker.SizeOfAsync(context, (int)webhook.PullRequest.Number) is { } known
        && (size.Lines, size.Files) == (known.Lines, known.Files)
        && await github.IsMergeAsync(context.Repository, webhook.PullRequest.Head.Sha, cancellationToken);

    private static PullFacts Ready(PullRequestEvent webhook) => PullFacts.None with { ReadyAt = webhook.PullRequest.UpdatedAt };

    // What a bot does is nobody's move.
    private static PullFacts Acted(PullRequestEvent webhook) =>
        RefusalRules.AsPerson(webhook.Sender) is not { } person ? PullFacts.None
        : person.Id == webhook.PullRequest.User?.Id ? PullFacts.AuthorActed(webhook.PullRequest.UpdatedAt)
        : PullFacts.None with { OthersActedAt = webhook.PullRequest.UpdatedAt };
}
