using CommunityBot.Inbox;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.Repository;

namespace CommunityBot.Team;

/// <summary>Records what ends the work on something: nobody helps with what is closed or gone, and who was taken off an issue has not claimed it any more.</summary>
public sealed class EndHandler
    : IWebhookHandler<IssuesClosedEvent>, IWebhookHandler<IssuesDeletedEvent>, IWebhookHandler<IssuesTransferredEvent>, IWebhookHandler<IssuesUnassignedEvent>,
    IWebhookHandler<PullRequestClosedEvent>, IWebhookHandler<RepositoryRenamedEvent>, IWebhookHandler<RepositoryTransferredEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(IssuesClosedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        EndAsync(context, webhook.Issue.Number, webhook.Issue.ClosedAt ?? webhook.Issue.UpdatedAt);

    /// <inheritdoc/>
    public Task HandleAsync(IssuesDeletedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => EndAsync(context, webhook.Issue.Number, context.ReceivedAt);

    /// <inheritdoc/>
    public Task HandleAsync(IssuesTransferredEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        EndAsync(context, webhook.Issue.Number, context.ReceivedAt);

    /// <inheritdoc/>
    public Task HandleAsync(IssuesUnassignedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (webhook.Assignee is { } assignee)
        {
            Claims.RecordEnd(context, webhook.Issue.Number, assignee.Id, webhook.Issue.UpdatedAt);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestClosedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        Mentors.End(context, webhook.PullRequest.Number, webhook.PullRequest.ClosedAt ?? webhook.PullRequest.UpdatedAt);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(RepositoryRenamedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => FollowAsync(context);

    /// <inheritdoc/>
    public Task HandleAsync(RepositoryTransferredEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => FollowAsync(context);

    private static Task EndAsync(DeliveryContext context, long number, DateTimeOffset at)
    {
        Mentors.End(context, number, at);
        Claims.RecordEnd(context, number, at);
        return Task.CompletedTask;
    }

    private static Task FollowAsync(DeliveryContext context)
    {
        Claims.RecordMove(context);
        return Task.CompletedTask;
    }
}
