using CommunityBot.Features.Thanks.Promotions;
using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.Discussion;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.PullRequestReview;
using Octokit.Webhooks.Events.Release;

namespace CommunityBot.Features.Thanks;

/// <summary>Thanks people for what they did.</summary>
public static class ThanksFeature
{
    private const string Texts = "CommunityBot.Features.Thanks.Messages";

    /// <summary>An answer that was marked as the one that helped, once per discussion.</summary>
    public static readonly Moment Answer = new("thanks.answer", "discussion", $"{Texts}.answer")
    {
        SampleTitle = "How do I read a file from another folder?",
        SampleEvent = "@octocat's answer was marked as the answer.",
    };

    /// <summary>Somebody's first merged pull request, once per person and repository.</summary>
    public static readonly Moment FirstMerge = new("thanks.first-merge", "pull_request", $"{Texts}.first-merge")
    {
        SampleTitle = "Name the file that is missing",
        SampleEvent = "@octocat's first pull request was merged.",
    };

    /// <summary>A round number of merged pull requests, once per person, repository and number.</summary>
    public static readonly Moment Milestone = new("thanks.milestone", "pull_request", $"{Texts}.milestone")
    {
        Setting = "thanks.milestones",
        SampleCount = 5,
        SampleTitle = "Look for the file in the folder above, too",
        SampleEvent = "@octocat's fifth pull request was merged.",
    };

    /// <summary>An issue that a merge closed, once per issue.</summary>
    public static readonly Moment Reporter = new("thanks.reporter", "issue", $"{Texts}.reporter")
    {
        HasFix = true,
        SampleTitle = "The message does not name the file",
        SampleEvent = "A merged pull request closed the issue that @octocat wrote.",
    };

    /// <summary>Somebody's first review, once per person and repository.</summary>
    public static readonly Moment Reviewer = new("thanks.reviewer", "pull_request", $"{Texts}.reviewer")
    {
        SampleTitle = "Read the file only once",
        SampleEvent = "@octocat reviewed a pull request for the first time.",
    };

    /// <summary>A newcomer's pull request that was closed unmerged, once per pull request.</summary>
    public static readonly Moment NotMerged = new("thanks.not-merged", "pull_request", $"{Texts}.not-merged")
    {
        SampleTitle = "Ask for the name of the file at the start",
        SampleEvent = "@octocat's pull request was closed without being merged.",
    };

    /// <summary>A release, once.</summary>
    public static readonly Moment Release = new("thanks.release", "release", $"{Texts}.release")
    {
        SampleCount = 3,
        SampleTitle = "v1.2.0",
        SampleEvent = "A release was published, with the work of three people.",
    };

    /// <summary>Somebody who looks after the repository, or a part of it, from now on: once per person, repository and role.</summary>
    public static readonly Moment Promotion = new("thanks.promotion", "pull_request", $"{Texts}.promotion")
    {
        SampleTitle = "Add octocat to the code owners",
        SampleEvent = "A merged pull request made @octocat a code owner.",
    };

    /// <summary>Registers the feature.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddConfigSection<ThanksSettings>("thanks");
        services.AddSingleton(Answer);
        services.AddSingleton(FirstMerge);
        services.AddSingleton(Milestone);
        services.AddSingleton(Reporter);
        services.AddSingleton(Reviewer);
        services.AddSingleton(NotMerged);
        services.AddSingleton(Release);
        services.AddSingleton(Promotion);
        services.AddSingleton<AnswerHandler>();
        services.AddSingleton<GoodFirstIssues>();
        services.AddSingleton<MergeThanks>();
        services.AddSingleton<MergeThanksHandler>();
        services.AddSingleton<ReporterHandler>();
        services.AddSingleton<ReviewerHandler>();
        services.AddSingleton<NotMergedHandler>();
        services.AddSingleton<ReleasePeople>();
        services.AddSingleton<ReleaseHandler>();
        services.AddPromotions();
        services.AddWebhookHandler<PullRequestClosedEvent, MergeThanksHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Closed);
        services.AddWebhookHandler<PullRequestLabeledEvent, MergeThanksHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Labeled);
        services.AddWebhookHandler<PullRequestClosedEvent, ReporterHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Closed);
        services.AddWebhookHandler<PullRequestLabeledEvent, ReporterHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Labeled);
        services.AddWebhookHandler<PullRequestClosedEvent, NotMergedHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Closed);
        services.AddWebhookHandler<PullRequestReviewSubmittedEvent, ReviewerHandler>(WebhookEventType.PullRequestReview, PullRequestReviewActionValue.Submitted);
        services.AddWebhookHandler<DiscussionAnsweredEvent, AnswerHandler>(WebhookEventType.Discussion, DiscussionActionValue.Answered);
        services.AddWebhookHandler<ReleasePublishedEvent, ReleaseHandler>(WebhookEventType.Release, ReleaseActionValue.Published);
    }
}
