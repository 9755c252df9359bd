namespace CommunityBot.GitHub;

/// <summary>An installation of the App.</summary>
/// <param name="Id">Its numeric id.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="IsSuspended">Whether its owner wants to hear nothing of the App for now.</param>
public sealed record AppInstallation(long Id, DateTimeOffset CreatedAt, bool IsSuspended);
