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

    /// <summary>
    /// Numeric id of the installation that read what the person did before the bot came; 0 if none did. Another one reads it again: what happened between the two is not known.
    /// </summary>
    public long HistoryReadBy { get; init; }

    /// <summary>Where reading it goes on, if it was broken off: the address of the next page at GitHub.</summary>
    public string? HistoryNext { get; init; }
}
