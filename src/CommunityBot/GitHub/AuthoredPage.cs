namespace CommunityBot.GitHub;

/// <summary>A page of what somebody opened.</summary>
/// <param name="Items">What is on it, oldest first.</param>
/// <param name="Next">The address of the next page, or null if it is the last one.</param>
public sealed record AuthoredPage(IReadOnlyList<AuthoredItem> Items, Uri? Next);
