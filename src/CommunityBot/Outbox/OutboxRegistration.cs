using CommunityBot.Inbox;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.Repository;

namespace CommunityBot.Outbox;

/// <summary>Registers the outbox.</summary>
public static class OutboxRegistration
{
    /// <summary>Adds the outbox, its pacing and what posts; the worker is added where messages are to be posted.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<Outbox>()
        .AddSingleton<ContentPacer>()
        .AddSingleton<EffectPoster>()
        .AddSingleton<ConfigOfNow>()
        .AddSingleton<StateOfNow>()
        .AddSingleton<MomentWriter>()
        .AddSingleton<MovedRepositoryHandler>()
        .AddWebhookHandler<RepositoryRenamedEvent, MovedRepositoryHandler>(WebhookEventType.Repository, RepositoryActionValue.Renamed, always: true)
        .AddWebhookHandler<RepositoryTransferredEvent, MovedRepositoryHandler>(WebhookEventType.Repository, RepositoryActionValue.Transferred, always: true);
}
