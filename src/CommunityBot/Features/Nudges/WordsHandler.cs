using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.IssueComment;
using Octokit.Webhooks.Events.PullRequestReview;

namespace CommunityBot.Features.Nudges;

/// <summary>Follows what is said on pull requests: by their authors, and by those who have a say.</summary>
public sealed class WordsHandler(Tracker tracker, People people)
    : IWebhookHandler<IssueCommentCreatedEvent>, IWebhookHandler<PullRequestReviewSubmittedEvent>, IWebhookHandler<PullRequestReviewDismissedEvent>
{
    /// <inheritdoc/>
    public async Task HandleAsync(IssueCommentCreatedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (issue, comment) = (webhook.Issue, webhook.Comment);
        if (issue.PullRequest is null || RefusalRules.AsPerson(issue.User) is not { } author || RefusalRules.AsPerson(comment.User) is not { } person)
        {
            return;
        }

        var told = person.Id != author.Id
            ? await IfSayAsync(context, person, comment.AuthorAssociation?.StringValue, ReviewFacts.Commented(person, comment.CreatedAt, comment.Body ?? "", author.Login), cancellationToken)
            : CommentRules.IsCommand(comment.Body) ? PullFacts.None : PullFacts.AuthorActed(comment.CreatedAt);
        await tracker.TellAsync(context, (int)issue.Number, told, cancellationToken);
    }

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestReviewSubmittedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        ReviewedAsync(webhook, context, PullFacts.None, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestReviewDismissedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => ReviewedAsync(
        webhook, context, RefusalRules.IsPerson(webhook.Sender) ? PullFacts.None with { OthersActedAt = webhook.PullRequest.UpdatedAt } : PullFacts.None, cancellationToken);

    private async Task ReviewedAsync(PullRequestReviewEvent webhook, DeliveryContext context, PullFacts act, CancellationToken cancellationToken)
    {
        var (pull, review) = (webhook.PullRequest, webhook.Review);
        if (PayloadFacts.Of(pull, context.Repository) is not { } facts)
        {
            return;
        }

        if (RefusalRules.AsPerson(review.User) is { } person && review.SubmittedAt is { } at)
        {
            act = act.Merge(person.Id == pull.User?.Id
                ? PullFacts.AuthorActed(at)
                : await IfSayAsync(
                    context, person, review.AuthorAssociation?.StringValue, ReviewFacts.Said(person, review.State?.StringValue, at, review.Body, facts.Snapshot!.Author.Login), cancellationToken));
        }

        await tracker.TellAsync(context, (int)pull.Number, facts.Merge(act), cancellationToken);
    }

    // If GitHub does not tell who somebody is, what they say counts as an answer: silence is the lesser harm.
    private async Task<PullFacts> IfSayAsync(DeliveryContext context, Account person, string? association, PullFacts said, CancellationToken cancellationToken) =>
        await tracker.CountsAsync(context, person, cancellationToken)
        && !await people.IsOutsiderAsync(context, await people.FindAsync(context, person, association ?? ""), cancellationToken) ? said : PullFacts.None;
}
