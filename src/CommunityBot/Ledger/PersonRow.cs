namespace CommunityBot.Ledger;

/// <summary>What is known of a person in a repository, so that GitHub is asked once.</summary>
public sealed class PersonRow
{
    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Numeric id of the account.</summary>
    public long PersonId { get; init; }

    /// <summary>Whether the person is an insider; null if that was not asked yet.</summary>
    public bool? Insider { get; init; }

    /// <summary>Whether what the person did before the bot came is in the ledger.</summary>
    public bool HistoryRead { get; init; }

    /// <summary>Where reading it goes on, if it was broken off: the address of the next page at GitHub.</summary>
    public string? HistoryNext { get; init; }
}
