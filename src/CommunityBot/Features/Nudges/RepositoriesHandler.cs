using CommunityBot.GitHub;
using CommunityBot.Inbox;
using Octokit.Webhooks.Events.Installation;
using Octokit.Webhooks.Events.InstallationRepositories;
using Octokit.Webhooks.Events.Repository;

namespace CommunityBot.Features.Nudges;

/// <summary>Has open pull requests read where the bot comes to, or was silent for a while, and forgets them where it goes.</summary>
public sealed class RepositoriesHandler
    : IWebhookHandler<InstallationCreatedEvent>, IWebhookHandler<InstallationUnsuspendEvent>, IWebhookHandler<InstallationDeletedEvent>,
      IWebhookHandler<InstallationRepositoriesAddedEvent>, IWebhookHandler<InstallationRepositoriesRemovedEvent>, IWebhookHandler<RepositoryRenamedEvent>,
      IWebhookHandler<RepositoryTransferredEvent>, IWebhookHandler<RepositoryArchivedEvent>, IWebhookHandler<RepositoryUnarchivedEvent>, IWebhookHandler<RepositoryDeletedEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(InstallationCreatedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        ReadAsync(context, webhook.Installation.Id, webhook.Repositories?.Select(repository => (repository?.Id, repository?.FullName)));

    /// <inheritdoc/>
    public Task HandleAsync(InstallationUnsuspendEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        NudgedRepositories.ReadAll(context, webhook.Installation.Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(InstallationDeletedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        NudgedRepositories.ForgetInstallation(context, webhook.Installation.Id);
        SentNudges.ForgetInstallation(context, webhook.Installation.Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(InstallationRepositoriesAddedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        ReadAsync(context, webhook.Installation.Id, webhook.RepositoriesAdded?.Select(repository => (repository?.Id, repository?.FullName)));

    /// <inheritdoc/>
    public Task HandleAsync(InstallationRepositoriesRemovedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        foreach (var repository in webhook.RepositoriesRemoved)
        {
            NudgedRepositories.Forget(context, repository.Id);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(RepositoryRenamedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => FollowAsync(context);

    /// <inheritdoc/>
    public Task HandleAsync(RepositoryTransferredEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => FollowAsync(context);

    /// <inheritdoc/>
    public Task HandleAsync(RepositoryArchivedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => ForgetAsync(context);

    /// <inheritdoc/>
    public Task HandleAsync(RepositoryUnarchivedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        NudgedRepositories.Read(context, context.Repository);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(RepositoryDeletedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => ForgetAsync(context);

    private static Task FollowAsync(DeliveryContext context)
    {
        NudgedRepositories.Follow(context);
        return Task.CompletedTask;
    }

    private static Task ForgetAsync(DeliveryContext context)
    {
        NudgedRepositories.Forget(context, context.Repository.Id);
        return Task.CompletedTask;
    }

    private static Task ReadAsync(DeliveryContext context, long installationId, IEnumerable<(long? Id, string? FullName)>? repositories)
    {
        foreach (var (id, fullName) in repositories ?? [])
        {
            if (id is { } known && fullName?.Contains('/', StringComparison.Ordinal) == true)
            {
                NudgedRepositories.Read(context, RepositoryRef.Of(installationId, known, fullName));
            }
        }

        return Task.CompletedTask;
    }
}
