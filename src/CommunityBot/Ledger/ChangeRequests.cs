using CommunityBot.Inbox;
using CommunityBot.Storage;
using Octokit.Webhooks.Events.PullRequestReview;

namespace CommunityBot.Ledger;

/// <summary>Knows how often people asked for changes of a pull request, in whatever order and however often GitHub tells of it.</summary>
public sealed class ChangeRequests(Database database) : IWebhookHandler<PullRequestReviewSubmittedEvent>
{
    private const string Insert = "INSERT INTO change_requests (repository_id, number, review_id, asked_at) VALUES (@0, @1, @2, @3) ON CONFLICT (repository_id, number, review_id) DO NOTHING";

    private const string CountOthers = "SELECT COUNT(*) FROM change_requests WHERE repository_id = @0 AND number = @1 AND review_id <> @2";

    /// <summary>Whether a review is by a person who asks somebody else for changes.</summary>
    public static bool IsOne(PullRequestReviewSubmittedEvent webhook) =>
        webhook.Review.State?.StringValue == "changes_requested" && RefusalRules.IsPerson(webhook.Review.User) && webhook.Review.User.Id != webhook.PullRequest.User?.Id;

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestReviewSubmittedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (IsOne(webhook))
        {
            var askedAt = (webhook.Review.SubmittedAt ?? context.ReceivedAt).ToUnixTimeMilliseconds();
            context.Write(session => session.ExecuteAsync(Insert, context.Repository.Id, webhook.PullRequest.Number, webhook.Review.Id, askedAt));
        }

        return Task.CompletedTask;
    }

    /// <summary>How many reviews asked for changes of the pull request of one, that one included.</summary>
    public async Task<long> CountAsync(PullRequestReviewSubmittedEvent webhook, DeliveryContext context) =>
        1 + await database.ReadAsync(session => session.ScalarAsync<long>(CountOthers, context.Repository.Id, webhook.PullRequest.Number, webhook.Review.Id));
}
