using CommunityBot.Inbox;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.Repository;

namespace CommunityBot.Team;

/// <summary>Registers who does what in a project, and who may be spoken to.</summary>
public static class TeamRegistration
{
    /// <summary>Adds the team.</summary>
    public static IServiceCollection AddTeam(this IServiceCollection services) => services
        .AddSingleton<Availability>()
        .AddSingleton<Claims>()
        .AddSingleton<CodeOwnersFiles>()
        .AddSingleton<EndHandler>()
        .AddSingleton<Mentors>()
        .AddSingleton<PersonPool>()
        .AddWebhookHandler<IssuesClosedEvent, EndHandler>(WebhookEventType.Issues, IssuesActionValue.Closed, always: true)
        .AddWebhookHandler<IssuesDeletedEvent, EndHandler>(WebhookEventType.Issues, IssuesActionValue.Deleted, always: true)
        .AddWebhookHandler<IssuesTransferredEvent, EndHandler>(WebhookEventType.Issues, IssuesActionValue.Transferred, always: true)
        .AddWebhookHandler<IssuesUnassignedEvent, EndHandler>(WebhookEventType.Issues, IssuesActionValue.Unassigned, always: true)
        .AddWebhookHandler<PullRequestClosedEvent, EndHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Closed, always: true)
        .AddWebhookHandler<RepositoryRenamedEvent, EndHandler>(WebhookEventType.Repository, RepositoryActionValue.Renamed, always: true)
        .AddWebhookHandler<RepositoryTransferredEvent, EndHandler>(WebhookEventType.Repository, RepositoryActionValue.Transferred, always: true);
}
