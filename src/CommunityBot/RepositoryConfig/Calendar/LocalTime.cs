namespace CommunityBot.RepositoryConfig.Calendar;

/// <summary>From what a clock on the wall shows to the instant.</summary>
internal static class LocalTime
{
    /// <summary>Farther than any clock is from UTC, and nearer than one change of the clocks is to the next.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromDays(1);

    /// <summary>
    /// When the clocks of a zone show <paramref name="local"/>: the first time if they do twice, and the moment at which they jump over it if they never do.
    /// So a later time on the wall is never an earlier instant.
    /// </summary>
    /// <remarks><see cref="TimeZoneInfo.IsInvalidTime"/> knows the gaps of daylight saving, but none of a zone that moved, as Samoa over the date line.</remarks>
    public static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone)
    {
        var asUtc = new DateTimeOffset(local, TimeSpan.Zero);
        var (before, after) = (zone.GetUtcOffset(asUtc - Around), zone.GetUtcOffset(asUtc + Around));
        var (earlier, later) = (asUtc - before, asUtc - after);
        if (zone.GetUtcOffset(earlier) == before)
        {
            return earlier;
        }

        return zone.GetUtcOffset(later) == after ? later : Jump(later, earlier, after, zone);
    }

    /// <summary>When a zone takes on an offset that it does not have at <paramref name="from"/> and has at <paramref name="to"/>, by halving the time between.</summary>
    private static DateTimeOffset Jump(DateTimeOffset from, DateTimeOffset to, TimeSpan offset, TimeZoneInfo zone)
    {
        while (to - from > TimeSpan.FromTicks(1))
        {
            var middle = from + ((to - from) / 2);
            (from, to) = zone.GetUtcOffset(middle) == offset ? (from, middle) : (middle, to);
        }

        return to;
    }
}
