using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CommunityBot.Schedule;
using Octokit.Webhooks;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Installation;
using Octokit.Webhooks.Events.InstallationRepositories;
using Octokit.Webhooks.Events.IssueComment;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.PullRequestReview;
using Octokit.Webhooks.Events.Repository;

namespace CommunityBot.Features.Nudges;

/// <summary>Reminds whoever a pull request waits for.</summary>
public static class NudgesFeature
{
    private const string Section = "nudges";

    private const string Texts = "CommunityBot.Features.Nudges.Messages";

    /// <summary>What the pull request is called that waits in the examples.</summary>
    private const string Waiting = "Name the file that is missing";

    /// <summary>Nobody has answered yet; once per wait and number of the nudge in it, as the next three.</summary>
    public static readonly Moment FirstResponse = new("nudges.first-response", "pull_request", $"{Texts}.first-response")
    {
        SampleTitle = Waiting,
        SampleEvent = "5 workdays without an answer.",
    };

    /// <summary>The author has answered, and nobody has looked again.</summary>
    public static readonly Moment Review = new("nudges.review", "pull_request", $"{Texts}.review")
    {
        SampleTitle = Waiting,
        SampleEvent = "5 workdays without another review, though @octocat has made changes.",
    };

    /// <summary>The author was asked for something.</summary>
    public static readonly Moment Author = new("nudges.author", "pull_request", $"{Texts}.author")
    {
        SampleTitle = Waiting,
        SampleEvent = "5 workdays in which it waited for @octocat.",
    };

    /// <summary>It is approved, and nobody has merged it.</summary>
    public static readonly Moment Merge = new("nudges.merge", "pull_request", $"{Texts}.merge")
    {
        SampleTitle = Waiting,
        SampleEvent = "5 workdays since it was approved.",
    };

    /// <summary>All was said, once per pull request.</summary>
    public static readonly Moment HandOver = OfHandingOver("hand-over");

    /// <summary>The same in other words: whoever it waits for cannot be reached.</summary>
    public static readonly Moment EarlyHandOver = OfHandingOver("early-hand-over");

    /// <summary>Registers the feature.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddConfigSection<NudgesSettings>(Section);
        services.AddSingleton(FirstResponse);
        services.AddSingleton(Review);
        services.AddSingleton(Author);
        services.AddSingleton(Merge);
        services.AddSingleton(HandOver);
        services.AddSingleton<PullRequests>();
        services.AddSingleton<NudgedRepositories>();
        services.AddSingleton<SentNudges>();
        services.AddSingleton<Tracker>();
        services.AddSingleton<Addressees>();
        services.AddSingleton<OpenPulls>();
        services.AddSingleton<NudgeTurn>();
        services.AddCommentCommand<SnoozeCommand>();
        services.AddSweep<OpenPullRequestSweep>();
        services.AddSweep<NudgeSweep>();
        AddHandlers(services);
    }

    private static Moment OfHandingOver(string text) => new("nudges.hand-over", "pull_request", $"{Texts}.{text}")
    {
        Setting = Section,
        HasMessage = false,
        SampleTitle = Waiting,
        SampleEvent = "5 workdays since the last reminder.",
    };

    // They keep what happens whether or not anything is said there: what is not known cannot be asked for later.
    private static void AddHandlers(IServiceCollection services)
    {
        services.AddSingleton<PullRequestHandler>();
        services.AddSingleton<WordsHandler>();
        services.AddSingleton<RepositoriesHandler>();
        services.AddSingleton<ConfigChangeHandler>();
        On<PullRequestOpenedEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Opened);
        On<PullRequestReopenedEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Reopened);
        On<PullRequestReadyForReviewEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.ReadyForReview);
        On<PullRequestConvertedToDraftEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.ConvertedToDraft);
        On<PullRequestSynchronizeEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Synchronize);
        On<PullRequestLabeledEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Labeled);
        On<PullRequestUnlabeledEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Unlabeled);
        On<PullRequestReviewRequestedEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.ReviewRequested);
        On<PullRequestReviewRequestRemovedEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.ReviewRequestRemoved);
        On<PullRequestEditedEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Edited);
        On<PullRequestLockedEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Locked);
        On<PullRequestUnlockedEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Unlocked);
        On<PullRequestClosedEvent, PullRequestHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Closed);
        On<PullRequestReviewSubmittedEvent, WordsHandler>(WebhookEventType.PullRequestReview, PullRequestReviewActionValue.Submitted);
        On<PullRequestReviewDismissedEvent, WordsHandler>(WebhookEventType.PullRequestReview, PullRequestReviewActionValue.Dismissed);
        On<IssueCommentCreatedEvent, WordsHandler>(WebhookEventType.IssueComment, IssueCommentActionValue.Created);
        On<InstallationCreatedEvent, RepositoriesHandler>(WebhookEventType.Installation, InstallationActionValue.Created);
        On<InstallationUnsuspendEvent, RepositoriesHandler>(WebhookEventType.Installation, InstallationActionValue.Unsuspend);
        On<InstallationDeletedEvent, RepositoriesHandler>(WebhookEventType.Installation, InstallationActionValue.Deleted);
        On<InstallationRepositoriesAddedEvent, RepositoriesHandler>(WebhookEventType.InstallationRepositories, InstallationRepositoriesActionValue.Added);
        On<InstallationRepositoriesRemovedEvent, RepositoriesHandler>(WebhookEventType.InstallationRepositories, InstallationRepositoriesActionValue.Removed);
        On<RepositoryRenamedEvent, RepositoriesHandler>(WebhookEventType.Repository, RepositoryActionValue.Renamed);
        On<RepositoryTransferredEvent, RepositoriesHandler>(WebhookEventType.Repository, RepositoryActionValue.Transferred);
        On<RepositoryArchivedEvent, RepositoriesHandler>(WebhookEventType.Repository, RepositoryActionValue.Archived);
        On<RepositoryUnarchivedEvent, RepositoriesHandler>(WebhookEventType.Repository, RepositoryActionValue.Unarchived);
        On<RepositoryDeletedEvent, RepositoriesHandler>(WebhookEventType.Repository, RepositoryActionValue.Deleted);
        services.AddWebhookHandler<PushEvent, ConfigChangeHandler>(WebhookEventType.Push, action: null, always: true);

        void On<TEvent, THandler>(string webhook, string action)
            where TEvent : WebhookEvent
            where THandler : class, IWebhookHandler<TEvent> => services.AddWebhookHandler<TEvent, THandler>(webhook, action, always: true);
    }
}
