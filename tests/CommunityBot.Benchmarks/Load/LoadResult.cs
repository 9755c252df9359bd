using System.Diagnostics;

namespace CommunityBot.Benchmarks.Load;

/// <summary>What one round of load saw.</summary>
/// <param name="Elapsed">From the first sending to the last answer.</param>
/// <param name="Latencies">In ticks of <see cref="Stopwatch"/>, sorted; one a delivery.</param>
public sealed record LoadResult(TimeSpan Elapsed, long[] Latencies)
{
    public double PerSecond => Latencies.Length / Elapsed.TotalSeconds;

    /// <summary>The latency in milliseconds that this share of the deliveries did not exceed.</summary>
    public double Percentile(double share) =>
        Stopwatch.GetElapsedTime(0, Latencies[(int)Math.Ceiling(share * Latencies.Length) - 1]).TotalMilliseconds;

    public static LoadResult Of(TimeSpan elapsed, IEnumerable<List<long>> latencies)
    {
        long[] all = [.. latencies.SelectMany(list => list)];
        Array.Sort(all);
        return new LoadResult(elapsed, all);
    }
}
