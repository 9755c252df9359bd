using CommunityBot.RepositoryConfig.Calendar;

namespace CommunityBot.Features.Welcome;

/// <summary>Welcomes newcomers.</summary>
public sealed record WelcomeSettings
{
    /// <summary>Whether anybody is welcomed.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How long to wait before a welcome, which is then said only if the item is still open and the config still wants it, in the words of when the item was opened.</summary>
    /// <example>30 minutes</example>
    public Duration After { get; init; } = new(0, DurationUnit.Seconds);

    /// <summary>A newcomer's first issue.</summary>
    public WelcomeMomentSettings FirstIssue { get; init; } = new();

    /// <summary>A newcomer's first pull request.</summary>
    public WelcomeMomentSettings FirstPullRequest { get; init; } = new();

    /// <summary>A newcomer's first discussion.</summary>
    public FirstDiscussionSettings FirstDiscussion { get; init; } = new();

    /// <summary>The first review in which an insider asks for changes of a newcomer's pull request: how to read it.</summary>
    public FirstReviewSettings FirstReview { get; init; } = new();
}
