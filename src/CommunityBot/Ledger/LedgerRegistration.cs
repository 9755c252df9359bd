using CommunityBot.Inbox;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.Installation;
using Octokit.Webhooks.Events.InstallationRepositories;

namespace CommunityBot.Ledger;

/// <summary>Registers the ledger.</summary>
public static class LedgerRegistration
{
    /// <summary>Adds the ledger, and what keeps track of people and installations.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddSingleton<Ledger>()
        .AddSingleton<People>()
        .AddSingleton<Installations>()
        .AddSingleton<InstallationHandler>()
        .AddWebhookHandler<InstallationCreatedEvent, InstallationHandler>(WebhookEventType.Installation, InstallationActionValue.Created)
        .AddWebhookHandler<InstallationDeletedEvent, InstallationHandler>(WebhookEventType.Installation, InstallationActionValue.Deleted)
        .AddWebhookHandler<InstallationRepositoriesAddedEvent, InstallationHandler>(
            WebhookEventType.InstallationRepositories, InstallationRepositoriesActionValue.Added)
        .AddWebhookHandler<InstallationRepositoriesRemovedEvent, InstallationHandler>(
            WebhookEventType.InstallationRepositories, InstallationRepositoriesActionValue.Removed);
}
