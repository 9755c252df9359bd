namespace CommunityBot.Storage;

/// <summary>Times as they are stored: whole milliseconds since 1970, which sort and compare alike on every database.</summary>
public static class Clock
{
    /// <summary>Now, as it is stored.</summary>
    public static long NowMilliseconds(this TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A stored time.</summary>
    public static DateTimeOffset FromMilliseconds(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
