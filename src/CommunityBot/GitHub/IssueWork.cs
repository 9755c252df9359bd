namespace CommunityBot.GitHub;

/// <summary>Who works on an issue.</summary>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="IsLocked">Whether its conversation is locked.</param>
/// <param name="Assignees">People that it is assigned to.</param>
/// <param name="HasOpenPullRequest">Whether a pull request is open that will close it.</param>
public sealed record IssueWork(bool IsOpen, bool IsLocked, IReadOnlyList<Account> Assignees, bool HasOpenPullRequest);
