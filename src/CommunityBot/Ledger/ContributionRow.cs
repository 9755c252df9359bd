namespace CommunityBot.Ledger;

/// <summary>A stored contribution, one for each subject.</summary>
public sealed class ContributionRow
{
    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Numeric id of the account.</summary>
    public long PersonId { get; init; }

    /// <summary>What kind it is.</summary>
    public ContributionType Type { get; init; }

    /// <summary>What it is about, as in <see cref="Contribution"/>.</summary>
    public long Subject { get; init; }

    /// <summary>When, in milliseconds since 1970.</summary>
    public long OccurredAt { get; init; }
}
