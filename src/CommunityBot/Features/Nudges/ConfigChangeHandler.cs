using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.CheckRuns;
using Octokit.Webhooks.Events;

namespace CommunityBot.Features.Nudges;

/// <summary>Has pull requests looked at again when the config that says when may have changed. What waited by then takes its turn, so that no change leads to a burst.</summary>
public sealed class ConfigChangeHandler : IWebhookHandler<PushEvent>
{
    /// <summary>Looks are spread over so many minutes, since each may ask GitHub for something.</summary>
    private const string Look = "UPDATE pull_requests SET due_at = @1 + (number % 60) * 60000, enrolled_at = @1 WHERE is_open = 1 AND repository_id = @0";

    private const string LookAtAll = "UPDATE pull_requests SET due_at = @1 + (number % 60) * 60000, enrolled_at = @1 WHERE is_open = 1 AND installation_id = @0";

    /// <inheritdoc/>
    public Task HandleAsync(PushEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (webhook.Ref == $"refs/heads/{webhook.Repository?.DefaultBranch}" && ConfigHandler.Touches(webhook, RepositoryConfigs.Path))
        {
            var (repository, at) = (context.Repository, context.ReceivedAt.ToUnixTimeMilliseconds());
            context.Write(session => RepositoryConfigs.IsOwners(repository)
                ? session.PostAsync(LookAtAll, repository.InstallationId, at)
                : session.PostAsync(Look, repository.Id, at));
        }

        return Task.CompletedTask;
    }
}
