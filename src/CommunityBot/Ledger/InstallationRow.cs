namespace CommunityBot.Ledger;

/// <summary>An installation of the App.</summary>
public sealed class InstallationRow
{
    /// <summary>Numeric id of the installation.</summary>
    public long Id { get; init; }

    /// <summary>When it was made, in milliseconds since 1970; null if GitHub was asked and did not say.</summary>
    public long? InstalledAt { get; init; }
}
