namespace CommunityBot.Storage;

/// <summary>Times as they are stored: whole milliseconds since 1970, which sort and compare alike on every database.</summary>
public static class Clock
{
    /// <summary>Now, as it is stored.</summary>
    public static long NowMilliseconds(this TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Whether so much time has passed. A clock that was set back shows less, or none at all: when it was set back by as much, that counts, too, so that nothing stands still until it has caught up.</summary>
    public static bool HasPassed(TimeSpan time, DateTimeOffset since, DateTimeOffset now) => (now - since).Duration() >= time;

    /// <summary>A stored time.</summary>
    public static DateTimeOffset FromMilliseconds(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
