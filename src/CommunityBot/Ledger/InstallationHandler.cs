using CommunityBot.Inbox;
using Octokit.Webhooks.Events.Installation;
using Octokit.Webhooks.Events.InstallationRepositories;

namespace CommunityBot.Ledger;

/// <summary>Keeps track of where the bot is installed, and since when.</summary>
public sealed class InstallationHandler
    : IWebhookHandler<InstallationCreatedEvent>, IWebhookHandler<InstallationDeletedEvent>, IWebhookHandler<InstallationUnsuspendEvent>,
      IWebhookHandler<InstallationRepositoriesAddedEvent>, IWebhookHandler<InstallationRepositoriesRemovedEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(InstallationCreatedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        Installations.RecordInstalled(context, webhook.Installation.Id, webhook.Installation.CreatedAt ?? context.ReceivedAt);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(InstallationDeletedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        Installations.RecordDeleted(context, webhook.Installation.Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(InstallationUnsuspendEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        Installations.RecordSilence(context, webhook.Installation.Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(InstallationRepositoriesAddedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        foreach (var repository in webhook.RepositoriesAdded)
        {
            Installations.RecordAdded(context, webhook.Installation.Id, repository.Id, context.ReceivedAt);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(InstallationRepositoriesRemovedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        foreach (var repository in webhook.RepositoriesRemoved)
        {
            Installations.RecordRemoved(context, webhook.Installation.Id, repository.Id);
        }

        return Task.CompletedTask;
    }
}
