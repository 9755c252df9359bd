namespace CommunityBot.Ledger;

/// <summary>A person in a repository, and what is known of them.</summary>
/// <param name="Id">Numeric id of the account.</param>
/// <param name="Login">The login at the time of the delivery.</param>
/// <param name="Insider">Whether the person is an insider; null if that was not asked yet.</param>
/// <param name="HistoryRead">Whether what they did before this installation is in the ledger.</param>
public sealed record KnownPerson(long Id, string Login, bool? Insider, bool HistoryRead)
{
    /// <summary>What GitHub calls the person in the repository, if that is proof of an insider.</summary>
    public string? Proof { get; init; }

    /// <summary>The page of what they did before from which it is to be read on, if it was read in part.</summary>
    public Uri? HistoryNext { get; init; }

    /// <summary>Why what is for outsiders is not said to the person, who is not certainly one.</summary>
    public string WhyNoOutsider => $"{Login} is an insider{(Proof is not null ? $" ({Proof})" : Insider is null ? ", or GitHub does not tell" : "")}";
}
