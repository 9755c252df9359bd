namespace CommunityBot.GitHub;

/// <summary>A release that was published.</summary>
/// <param name="Id">Its id, which payloads name, too.</param>
/// <param name="Tag">Name of its tag.</param>
/// <param name="IsPrerelease">Whether it is one to try rather than to use.</param>
/// <param name="PublishedAt">When it was published.</param>
public sealed record PublishedRelease(long Id, string Tag, bool IsPrerelease, DateTimeOffset PublishedAt);
