using CommunityBot.GitHub;
using CommunityBot.Inbox;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.Repository;
using Octokit.Webhooks.Models;

namespace CommunityBot.Team;

/// <summary>Records what ends the work on something: nobody helps with what is closed or gone, and who was taken off an issue has not claimed it any more.</summary>
public sealed class EndHandler(IGitHubReader github)
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
    public async Task HandleAsync(IssuesUnassignedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        // What the bot itself does is recorded where it does it, and may be told of when there is another claim already.
        if (webhook.Assignee is { } assignee && !await IsOwnAsync(webhook.Sender, cancellationToken))
        {
            Claims.RecordEnd(context, webhook.Issue.Number, assignee.Id, webhook.Issue.UpdatedAt);
        }
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

    private async Task<bool> IsOwnAsync(User? sender, CancellationToken cancellationToken) =>
        sender?.Type?.StringValue == "Bot" && sender.Login.Equals(await github.GetOwnLoginAsync(cancellationToken), StringComparison.OrdinalIgnoreCase);

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
