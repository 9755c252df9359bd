namespace CommunityBot.GitHub;

/// <summary>What a team may do in a repository.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="CanWrite">Whether the team may write to it.</param>
/// <param name="IsArchived">Whether it is archived.</param>
public sealed record TeamAccess(RepositoryRef Repository, bool CanWrite, bool IsArchived);
