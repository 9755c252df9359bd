using System.Globalization;
using System.Net;

namespace CommunityBot.GitHub;

/// <summary>
/// Reads from an answer how long GitHub wants to be left alone
/// (<see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit">rules</see>).
/// </summary>
internal static class RateLimit
{
    /// <summary>A reset that has just passed still means to wait: its clock has whole seconds.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>Limits are counted by the hour; a reset further away is a wrong clock.</summary>
    private static readonly TimeSpan LongestReset = TimeSpan.FromHours(1);

    /// <summary>GitHub names minutes, an hour at most. What names more is a proxy or a mistake, and the wait is kept beyond restarts: a day is what work is tried for, and the bot is not to be mute for longer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The moment that the answer's headers name, on our clock, or null if they name none.</summary>
    public static DateTimeOffset? NamedWait(HttpResponseMessage answer, DateTimeOffset now)
    {
        if (answer.Headers.RetryAfter is { } retryAfter)
        {
            var wait = retryAfter.Delta ?? retryAfter.Date - TheirNow(answer, now) ?? ShortestWait;
            return now + (wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait);
        }

        return Number(answer, "x-ratelimit-remaining") == 0 ? Reset(answer, now) : null;
    }

    /// <summary>The moment, on our clock, until which only the reserve is left of what GitHub grants; null if there is more.</summary>
    public static DateTimeOffset? ReserveWait(HttpResponseMessage answer, DateTimeOffset now) =>
        Number(answer, "x-ratelimit-remaining") is { } remaining && Number(answer, "x-ratelimit-limit") is { } limit && remaining <= limit * RequestBudget.Reserve
            ? Reset(answer, now)
            : null;

    private static DateTimeOffset? Reset(HttpResponseMessage answer, DateTimeOffset now) => Number(answer, "x-ratelimit-reset") is { } reset
        ? now.AddSeconds(Math.Clamp(
            reset - TheirNow(answer, now).ToUnixTimeSeconds(), (long)ShortestWait.TotalSeconds, (long)LongestReset.TotalSeconds))
        : null;

    /// <summary>Whether an answer that names no moment is a limit all the same. GitHub tells those of 403 only by their text.</summary>
    public static bool IsUnnamed(HttpStatusCode status, string body)
        => status == HttpStatusCode.TooManyRequests
            || (status == HttpStatusCode.Forbidden
                && (body.Contains("rate limit", StringComparison.OrdinalIgnoreCase)
                    || body.Contains("abuse detection", StringComparison.OrdinalIgnoreCase)));

    // Moments in an answer are on GitHub's clock; only their distance from its Date holds on ours.
    private static DateTimeOffset TheirNow(HttpResponseMessage answer, DateTimeOffset now) => answer.Headers.Date ?? now;

    private static long? Number(HttpResponseMessage answer, string header)
        => answer.Headers.TryGetValues(header, out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
}
