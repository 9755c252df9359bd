namespace CommunityBot.Ledger;

/// <summary>A repository that was added to an installation after it was made.</summary>
public sealed class AddedRepositoryRow
{
    /// <summary>Numeric id of the installation.</summary>
    public long InstallationId { get; init; }

    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>When, in milliseconds since 1970.</summary>
    public long AddedAt { get; init; }
}
