using CommunityBot.Inbox;
using Octokit.Webhooks.Events.Repository;

namespace CommunityBot.Outbox;

/// <summary>Has what waits follow a repository to its new name or owner: GitHub sends those who ask by the old one there only until somebody else takes it.</summary>
public sealed class MovedRepositoryHandler : IWebhookHandler<RepositoryRenamedEvent>, IWebhookHandler<RepositoryTransferredEvent>
{
    // One for each state, as the indexes of what waits and of what runs are; no other knows repositories, and most rows are done.
    private static readonly string[] Follow = [.. new[] { 0, 1 }.Select(state => $"UPDATE outbox SET repository = @1, lane = @2 WHERE repository_id = @0 AND state = {state}")];

    /// <inheritdoc/>
    public Task HandleAsync(RepositoryRenamedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => FollowAsync(context);

    /// <inheritdoc/>
    public Task HandleAsync(RepositoryTransferredEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => FollowAsync(context);

    private static Task FollowAsync(DeliveryContext context)
    {
        var repository = context.Repository;
        foreach (var follow in Follow)
        {
            context.Write(session => session.PostAsync(follow, repository.Id, repository.FullName, repository.InstallationId));
        }

        return Task.CompletedTask;
    }
}
