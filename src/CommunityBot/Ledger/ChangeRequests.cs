using CommunityBot.Inbox;
using CommunityBot.Storage;
using Octokit.Webhooks.Events.PullRequestReview;

namespace CommunityBot.Ledger;

/// <summary>Knows how often insiders asked for changes of a pull request, in whatever order and however often GitHub tells of it. What a stranger asks for binds nobody.</summary>
public sealed class ChangeRequests(Database database, People people) : IWebhookHandler<PullRequestReviewSubmittedEvent>
{
    private const string Insert = "INSERT INTO change_requests (repository_id, number, review_id, asked_at) VALUES (@0, @1, @2, @3) ON CONFLICT (repository_id, number, review_id) DO NOTHING";

    private const string CountOthers = "SELECT COUNT(*) FROM change_requests WHERE repository_id = @0 AND number = @1 AND review_id <> @2";

    /// <summary>Whether a review is by an insider who asks somebody else for changes.</summary>
    public async Task<bool> IsOneAsync(PullRequestReviewSubmittedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        webhook.Review is { State.StringValue: "changes_requested" } review && RefusalRules.AsPerson(review.User) is { } reviewer && reviewer.Id != webhook.PullRequest.User?.Id
        && await people.IsInsiderAsync(context, await people.FindAsync(context, reviewer, review.AuthorAssociation?.StringValue ?? ""), cancellationToken);

    /// <inheritdoc/>
    public async Task HandleAsync(PullRequestReviewSubmittedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (await IsOneAsync(webhook, context, cancellationToken))
        {
            var askedAt = (webhook.Review.SubmittedAt ?? context.ReceivedAt).ToUnixTimeMilliseconds();
            context.Write(session => session.PostAsync(Insert, context.Repository.Id, webhook.PullRequest.Number, webhook.Review.Id, askedAt));
        }
    }

    /// <summary>How many reviews asked for changes of the pull request of one, that one included.</summary>
    public async Task<long> CountAsync(PullRequestReviewSubmittedEvent webhook, DeliveryContext context) =>
        1 + await database.ReadAsync(session => session.ScalarAsync<long>(CountOthers, context.Repository.Id, webhook.PullRequest.Number, webhook.Review.Id));
}
