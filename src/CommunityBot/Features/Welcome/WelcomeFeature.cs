using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.Discussion;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.PullRequestReview;

namespace CommunityBot.Features.Welcome;

/// <summary>Welcomes newcomers.</summary>
public static class WelcomeFeature
{
    private const string Texts = "CommunityBot.Features.Welcome.Messages";

    /// <summary>A newcomer's first issue, once per person and repository.</summary>
    public static readonly Moment FirstIssue = new("welcome.first-issue", "issue", $"{Texts}.first-issue")
    {
        SampleTitle = "Say what happens when the file is missing",
        SampleEvent = "@octocat opened their first issue here.",
    };

    /// <summary>A newcomer's first pull request, once per person and repository.</summary>
    public static readonly Moment FirstPullRequest = new("welcome.first-pull-request", "pull_request", $"{Texts}.first-pull-request")
    {
        HasMentor = true,
        SampleTitle = "Name the file that is missing",
        SampleEvent = "@octocat opened their first pull request here.",
    };

    /// <summary>A newcomer's first discussion, once per person and repository.</summary>
    public static readonly Moment FirstDiscussion = new("welcome.first-discussion", "discussion", $"{Texts}.first-discussion")
    {
        SampleTitle = "How do I read a file from another folder?",
        SampleEvent = "@octocat started their first discussion here.",
    };

    /// <summary>The first review that asks for changes, once per person and repository.</summary>
    public static readonly Moment FirstReview = new("welcome.first-review", "pull_request", $"{Texts}.first-review")
    {
        SampleTitle = "Name the file that is missing",
        SampleEvent = "A review of @octocat's first pull request asked for changes.",
    };

    /// <summary>Registers the feature.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddConfigSection<WelcomeSettings>("welcome");
        services.AddSingleton(FirstIssue);
        services.AddSingleton(FirstPullRequest);
        services.AddSingleton(FirstDiscussion);
        services.AddSingleton(FirstReview);
        services.AddSingleton<WelcomeHandler>();
        services.AddSingleton<FirstReviewHandler>();
        services.AddWebhookHandler<IssuesOpenedEvent, WelcomeHandler>(WebhookEventType.Issues, IssuesActionValue.Opened);
        services.AddWebhookHandler<PullRequestOpenedEvent, WelcomeHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Opened);
        services.AddWebhookHandler<DiscussionCreatedEvent, WelcomeHandler>(WebhookEventType.Discussion, DiscussionActionValue.Created);
        services.AddWebhookHandler<PullRequestReviewSubmittedEvent, FirstReviewHandler>(WebhookEventType.PullRequestReview, PullRequestReviewActionValue.Submitted);
    }
}
