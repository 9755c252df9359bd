using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;

namespace CommunityBot.Features.Nudges;

/// <summary>A pull request as it is kept.</summary>
/// <param name="Repository">Where.</param>
/// <param name="Number">Its number.</param>
/// <param name="Facts">What is known of it.</param>
/// <param name="Progress">How far nudging has come.</param>
/// <param name="DueAt">When it is to be looked at next.</param>
/// <param name="EnrolledAt">When rules began to hold that it may have waited for longer.</param>
/// <param name="SeenAt">When GitHub last told of it.</param>
public sealed record TrackedPull(
    RepositoryRef Repository, int Number, PullFacts Facts, NudgeProgress Progress, DateTimeOffset? DueAt, DateTimeOffset? EnrolledAt, DateTimeOffset SeenAt)
{
    /// <summary>Whether a wait began before the rules held, so that it takes its turn with others.</summary>
    public bool IsOld(Ball ball) => ball.Since < EnrolledAt;

    /// <summary>The same, about which nothing is said for now: what waits by then takes its turn, so that it is no burst when something is said again.</summary>
    public TrackedPull PutAside(DateTimeOffset now) => this with { EnrolledAt = now };
}
