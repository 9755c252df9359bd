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

    /// <summary>The moment that the answer's headers name, on our clock, or null if they name none.</summary>
    public static DateTimeOffset? NamedWait(HttpResponseMessage answer, DateTimeOffset now)
    {
        // Moments in an answer are on GitHub's clock; only their distance from its Date holds on ours.
        var theirNow = answer.Headers.Date ?? now;
        if (answer.Headers.RetryAfter is { } retryAfter)
        {
            var wait = retryAfter.Delta ?? retryAfter.Date - theirNow ?? ShortestWait;
            return now + (wait > ShortestWait ? wait : ShortestWait);
        }

        if (Number(answer, "x-ratelimit-remaining") == 0 && Number(answer, "x-ratelimit-reset") is { } reset)
        {
            var seconds = Math.Clamp(reset - theirNow.ToUnixTimeSeconds(), (long)ShortestWait.TotalSeconds, (long)LongestReset.TotalSeconds);
            return now.AddSeconds(seconds);
        }

        return null;
    }

    /// <summary>Whether an answer that names no moment is a limit all the same. GitHub tells those of 403 only by their text.</summary>
    public static bool IsUnnamed(HttpStatusCode status, string body)
        => status == HttpStatusCode.TooManyRequests
            || (status == HttpStatusCode.Forbidden
                && (body.Contains("rate limit", StringComparison.OrdinalIgnoreCase)
                    || body.Contains("abuse detection", StringComparison.OrdinalIgnoreCase)));

    private static long? Number(HttpResponseMessage answer, string header)
        => answer.Headers.TryGetValues(header, out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
}
