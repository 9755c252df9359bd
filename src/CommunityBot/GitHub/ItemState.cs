namespace CommunityBot.GitHub;

/// <summary>How an issue, a pull request or a discussion stands.</summary>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="IsLocked">Whether its conversation is locked.</param>
public sealed record ItemState(bool IsOpen, bool IsLocked);
