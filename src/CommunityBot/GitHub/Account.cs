namespace CommunityBot.GitHub;

/// <summary>The account of a person at GitHub: no bot, no organization, none that was deleted.</summary>
/// <param name="Id">Numeric id, which stays when the login changes.</param>
/// <param name="Login">The login at the time of asking.</param>
public sealed record Account(long Id, string Login);
