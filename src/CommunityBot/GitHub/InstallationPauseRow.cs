namespace CommunityBot.GitHub;

/// <summary>Until when GitHub wants to hear nothing of an installation.</summary>
public sealed class InstallationPauseRow
{
    /// <summary>Numeric id of the installation; 0 is the App itself.</summary>
    public long InstallationId { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public long Until { get; init; }
}
