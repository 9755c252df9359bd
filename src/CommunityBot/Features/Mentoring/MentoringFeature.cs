using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.CheckRuns;
using CommunityBot.Schedule;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.IssueComment;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequestReview;

namespace CommunityBot.Features.Mentoring;

/// <summary>Helps newcomers find something to do, and somebody to ask.</summary>
public static class MentoringFeature
{
    private const string Texts = "CommunityBot.Features.Mentoring.Messages";

    private const string ClaimsSetting = "mentoring.claims";

    /// <summary>An issue that newcomers can begin with, once per issue.</summary>
    public static readonly Moment GoodFirstIssue = new("mentoring.good-first-issue", "issue", $"{Texts}.good-first-issue")
    {
        HasMentor = true,
        SampleTitle = "Say where the file was looked for",
        SampleEvent = "It was labelled as a good first issue.",
    };

    /// <summary>A claim of which nothing was heard for a while, once per claim.</summary>
    public static readonly Moment ClaimReminder = new("mentoring.claim-reminder", "issue", $"{Texts}.claim-reminder")
    {
        Setting = ClaimsSetting,
        HasMessage = false,
        SampleTitle = "Say where the file was looked for",
        SampleEvent = "@octocat claimed it, and it has been quiet since.",
    };

    /// <summary>A claim that is taken back, once per claim.</summary>
    public static readonly Moment ClaimRelease = new("mentoring.claim-release", "issue", $"{Texts}.claim-release")
    {
        Setting = ClaimsSetting,
        HasMessage = false,
        SampleDeed = new UnassignAct(MomentSamples.Author).Words,
        SampleTitle = "Say where the file was looked for",
        SampleEvent = "@octocat claimed it, and did not answer the reminder.",
    };

    /// <summary>A mentor whom somebody asked for, once per issue or pull request.</summary>
    public static readonly Moment Mentor = new("mentoring.mentor", "issue", $"{Texts}.mentor")
    {
        Setting = "mentoring",
        HasMessage = false,
        HasMentor = true,
        SampleDeed = new AssignAct(MomentSamples.Helper).Words,
        SampleTitle = "Say what happens when the file is missing",
        SampleEvent = "@octocat asked for a mentor with /mentor.",
    };

    /// <summary>A newcomer's pull request that goes back and forth, once per pull request.</summary>
    public static readonly Moment Pairing = new("mentoring.pairing", "pull_request", $"{Texts}.pairing")
    {
        HasMentor = true,
        SampleTitle = "Name the file that is missing",
        SampleEvent = "A second review of @octocat's pull request asked for changes.",
    };

    /// <summary>Registers the feature.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddConfigSection<MentoringSettings>("mentoring");
        services.AddSingleton(GoodFirstIssue);
        services.AddSingleton(ClaimReminder);
        services.AddSingleton(ClaimRelease);
        services.AddSingleton(Mentor);
        services.AddSingleton(Pairing);
        services.AddSingleton<GoodFirstIssueHandler>();
        services.AddSingleton<ClaimWordHandler>();
        services.AddSingleton<ClaimTurn>();
        services.AddSingleton<PairingHandler>();
        services.AddSweep<ClaimSweep>();
        services.AddCommentCommand<ClaimCommand>();
        services.AddCommentCommand<UnclaimCommand>();
        services.AddCommentCommand<MentorCommand>();
        services.AddWebhookHandler<IssuesOpenedEvent, GoodFirstIssueHandler>(WebhookEventType.Issues, IssuesActionValue.Opened);
        services.AddWebhookHandler<IssuesLabeledEvent, GoodFirstIssueHandler>(WebhookEventType.Issues, IssuesActionValue.Labeled);
        services.AddWebhookHandler<IssueCommentCreatedEvent, ClaimWordHandler>(WebhookEventType.IssueComment, IssueCommentActionValue.Created, always: true);
        services.AddWebhookHandler<PullRequestReviewSubmittedEvent, PairingHandler>(WebhookEventType.PullRequestReview, PullRequestReviewActionValue.Submitted);
    }
}
