namespace CommunityBot.Inbox.Redelivery;

/// <summary>What is to be read: a repository, an installation if there is 0 for the repository, or the App itself.</summary>
/// <param name="InstallationId">Numeric id of the installation, or 0.</param>
/// <param name="RepositoryId">Numeric id of the repository, or 0.</param>
/// <param name="Repository">Owner and name of the repository.</param>
/// <param name="Since">What happened before is not looked at.</param>
/// <param name="Position">How far the reading that is under way has come.</param>
public sealed record StateRead(long InstallationId, long RepositoryId, string Repository, DateTimeOffset Since, DateTimeOffset? Position);
