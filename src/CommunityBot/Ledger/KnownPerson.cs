namespace CommunityBot.Ledger;

/// <summary>A person in a repository, and what is known of them.</summary>
/// <param name="Id">Numeric id of the account.</param>
/// <param name="Login">The login at the time of the delivery.</param>
/// <param name="Insider">Whether the person is an insider; null if that was not asked yet.</param>
/// <param name="HistoryRead">Whether what they did before this installation is in the ledger.</param>
public sealed record KnownPerson(long Id, string Login, bool? Insider, bool HistoryRead);
