namespace CommunityBot.Features.Thanks;

/// <summary>Thanks people for what they did.</summary>
public sealed record ThanksSettings
{
    /// <summary>Whether anybody is thanked.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether insiders are thanked, too. A pull request that was not merged is spoken of to outsiders alone, and whoever is promoted is an insider by then.</summary>
    public bool Insiders { get; init; }

    /// <summary>Somebody's first pull request that was merged.</summary>
    public FirstMergeSettings FirstMerge { get; init; } = new();

    /// <summary>Every so many pull requests of somebody that were merged.</summary>
    public MilestonesSettings Milestones { get; init; } = new();

    /// <summary>Who reported what a merged pull request fixes.</summary>
    public ThanksMomentSettings Reporter { get; init; } = new();

    /// <summary>An outsider's first review of somebody else's pull request.</summary>
    public ThanksMomentSettings Reviewer { get; init; } = new();

    /// <summary>A newcomer's pull request that somebody else closed without merging it.</summary>
    public ThanksMomentSettings NotMerged { get; init; } = new();

    /// <summary>An answer to somebody else's question in a discussion.</summary>
    public ThanksMomentSettings Answer { get; init; } = new();

    /// <summary>A release, for which everybody is thanked who had a part in it since the one before, insiders included.</summary>
    public ReleaseSettings Release { get; init; } = new();
}
