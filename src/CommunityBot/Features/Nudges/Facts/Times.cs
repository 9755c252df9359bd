namespace CommunityBot.Features.Nudges.Facts;

/// <summary>Times that may be unknown.</summary>
internal static class Times
{
    /// <summary>The later of those that are known.</summary>
    public static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    /// <summary>The earlier of those that are known.</summary>
    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
