using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;

namespace CommunityBot.Features.Nudges;

/// <summary>Who has the ball.</summary>
public static class BallRules
{
    /// <summary>Who owes the next move on a pull request, and since when.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <param name="settings">What the config says.</param>
    /// <param name="checks">How the checks of its last commit went; null if that was not asked.</param>
    public static Ball Of(PullFacts facts, NudgesSettings settings, CommitChecks? checks) =>
        facts is { Snapshot: { IsOpen: true, IsDraft: false, IsLocked: false } pull, LastActAt: { } since } && !IsExempt(pull, settings)
            ? Of(facts, checks, since)
            : Ball.Nobodys;

    // If both owe something, the author is first: what they do may settle the rest.
    private static Ball Of(PullFacts facts, CommitChecks? checks, DateTimeOffset since) =>
        facts.IsAsked ? new(BallHolder.Author, NudgesFeature.Author, since)
        : facts.Voices.Count == 0 ? new(BallHolder.Reviewer, NudgesFeature.FirstResponse, since)
        : checks is { Failed: true } && facts.Voices.Any(voice => voice.Reviewed) ? new(BallHolder.Author, NudgesFeature.Author, since)
        : facts.Voices.Any(voice => voice.Approves) && !facts.Voices.Any(voice => voice.WantsChanges) ? new(BallHolder.Merger, NudgesFeature.Merge, since)
        : new(BallHolder.Reviewer, NudgesFeature.Review, since);

    private static bool IsExempt(PullSnapshot pull, NudgesSettings settings) => pull.Labels.Intersect(settings.ExemptLabels, StringComparer.OrdinalIgnoreCase).Any();
}
