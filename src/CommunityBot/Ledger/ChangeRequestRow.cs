namespace CommunityBot.Ledger;

/// <summary>A review that asks for changes.</summary>
public sealed class ChangeRequestRow
{
    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Number of the pull request.</summary>
    public long Number { get; init; }

    /// <summary>Numeric id of the review.</summary>
    public long ReviewId { get; init; }

    /// <summary>When it was handed in, in milliseconds since 1970.</summary>
    public long AskedAt { get; init; }
}
