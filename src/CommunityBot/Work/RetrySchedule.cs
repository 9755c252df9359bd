namespace CommunityBot.Work;

/// <summary>When something that failed for a passing reason is tried again, and when it is given up.</summary>
public static class RetrySchedule
{
    /// <summary>First wait. Long enough for a read at GitHub to show what a write of the failed attempt did, well under the promised minute.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait; tries are promised at least every 10 minutes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>How long it goes on after the first failure before the work is parked.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    /// <summary>Part of a wait that is drawn by chance, so that what failed together does not come back together.</summary>
    private const double Jitter = 0.2;

    /// <summary>The wait after a failed attempt.</summary>
    /// <param name="attempts">Attempts made so far; 1 or more.</param>
    /// <param name="random">Source of the jitter.</param>
    public static TimeSpan Wait(int attempts, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);

        // Ten doublings pass the longest wait by far; more would overflow.
        var wait = First * Math.Pow(2, Math.Min(attempts - 1, 10));
        return attempts == 1 ? First * (1 + (Jitter * random.NextDouble())) : Min(wait, Longest) * (1 - (Jitter * random.NextDouble()));
    }

    /// <summary>Whether work that first failed at <paramref name="since"/> is given up at <paramref name="now"/>.</summary>
    public static bool IsOver(DateTimeOffset since, DateTimeOffset now) => now - since >= GiveUpAfter;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
