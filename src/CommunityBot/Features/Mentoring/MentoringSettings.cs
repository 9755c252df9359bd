namespace CommunityBot.Features.Mentoring;

/// <summary>Helps newcomers find something to do, and somebody to ask.</summary>
public sealed record MentoringSettings
{
    /// <summary>Issues that contributors say they are working on.</summary>
    public ClaimsSettings Claims { get; init; } = new();

    /// <summary>A newcomer's pull request that goes back and forth: a mentor offers to go through it together.</summary>
    public PairingSettings Pairing { get; init; } = new();
}
