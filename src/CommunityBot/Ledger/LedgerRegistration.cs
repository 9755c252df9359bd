using CommunityBot.Inbox;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.Discussion;
using Octokit.Webhooks.Events.Installation;
using Octokit.Webhooks.Events.InstallationRepositories;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.PullRequestReview;
using Octokit.Webhooks.Events.Release;

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
        .AddSingleton<ContributionHandler>()
        .AddSingleton<UpkeepHandler>()
        .AddSingleton<MergeFacts>()
        .AddSingleton<MergeHandler>()
        .AddSingleton<ChangeRequests>()
        .AddSingleton<Newcomers>()
        .AddWebhookHandler<IssuesOpenedEvent, ContributionHandler>(WebhookEventType.Issues, IssuesActionValue.Opened, always: true)
        .AddWebhookHandler<PullRequestOpenedEvent, ContributionHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Opened, always: true)
        .AddWebhookHandler<DiscussionCreatedEvent, ContributionHandler>(WebhookEventType.Discussion, DiscussionActionValue.Created, always: true)
        .AddWebhookHandler<DiscussionAnsweredEvent, ContributionHandler>(WebhookEventType.Discussion, DiscussionActionValue.Answered, always: true)
        .AddWebhookHandler<PullRequestReviewSubmittedEvent, UpkeepHandler>(WebhookEventType.PullRequestReview, PullRequestReviewActionValue.Submitted, always: true)
        .AddWebhookHandler<PullRequestReviewSubmittedEvent, ChangeRequests>(WebhookEventType.PullRequestReview, PullRequestReviewActionValue.Submitted, always: true)
        .AddWebhookHandler<IssuesLabeledEvent, UpkeepHandler>(WebhookEventType.Issues, IssuesActionValue.Labeled, always: true)
        .AddWebhookHandler<IssuesClosedEvent, UpkeepHandler>(WebhookEventType.Issues, IssuesActionValue.Closed, always: true)
        .AddWebhookHandler<ReleasePublishedEvent, UpkeepHandler>(WebhookEventType.Release, ReleaseActionValue.Published, always: true)
        .AddWebhookHandler<PullRequestClosedEvent, MergeHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Closed, always: true)
        .AddWebhookHandler<PullRequestLabeledEvent, MergeHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Labeled, always: true)
        .AddWebhookHandler<InstallationCreatedEvent, InstallationHandler>(WebhookEventType.Installation, InstallationActionValue.Created)
        .AddWebhookHandler<InstallationDeletedEvent, InstallationHandler>(WebhookEventType.Installation, InstallationActionValue.Deleted)
        .AddWebhookHandler<InstallationUnsuspendEvent, InstallationHandler>(WebhookEventType.Installation, InstallationActionValue.Unsuspend)
        .AddWebhookHandler<InstallationRepositoriesAddedEvent, InstallationHandler>(
            WebhookEventType.InstallationRepositories, InstallationRepositoriesActionValue.Added)
        .AddWebhookHandler<InstallationRepositoriesRemovedEvent, InstallationHandler>(
            WebhookEventType.InstallationRepositories, InstallationRepositoriesActionValue.Removed);
}
