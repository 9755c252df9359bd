namespace CommunityBot.GitHub;

/// <summary>How the checks of a commit went.</summary>
/// <param name="Failed">Whether one of them failed.</param>
/// <param name="AwaitApproval">Whether workflows wait until somebody allows them to run, as those of newcomers do.</param>
public sealed record CommitChecks(bool Failed, bool AwaitApproval)
{
    /// <summary>A commit without checks.</summary>
    public static readonly CommitChecks None = new(Failed: false, AwaitApproval: false);

    /// <summary>A commit of which nothing is known but that a check failed.</summary>
    public static readonly CommitChecks Red = None with { Failed = true };
}
