using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace CommunityBot.Benchmarks.Load;

/// <summary>Connections to one server, each with prepared deliveries of its own.</summary>
public sealed partial class LoadGenerator : IDisposable
{
    private const int MonotonicClock = 1;
    private const int AbsoluteTime = 1;

    private readonly Lane[] lanes;

    private LoadGenerator(Lane[] lanes) => this.lanes = lanes;

    public static async Task<LoadGenerator> ConnectAsync(int port, PreparedDelivery[] deliveries, int connections, CancellationToken cancellationToken)
    {
        var lanes = new List<Lane>();
        foreach (var share in deliveries.Chunk(deliveries.Length / connections).Take(connections))
        {
            lanes.Add(new Lane(await DeliveryConnection.OpenAsync(port, cancellationToken), share));
        }

        return new LoadGenerator([.. lanes]);
    }

    /// <summary>Closed loop: every connection sends its next delivery as soon as the last one is acknowledged.</summary>
    public async Task<LoadResult> FloodAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(lanes.Select(async lane =>
        {
            var seen = new List<long>();
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                var sent = Stopwatch.GetTimestamp();
                await lane.DeliverAsync(cancellationToken);
                seen.Add(Stopwatch.GetTimestamp() - sent);
            }

            return seen;
        }));
        return LoadResult.Of(Stopwatch.GetElapsedTime(started), latencies);
    }

    /// <summary>
    /// Open loop: deliveries fall due at a fixed rate, whatever the server does. Latency counts from the moment that a delivery was
    /// due, so that a server which stalls is charged for all who waited.
    /// </summary>
    public async Task<LoadResult> PaceAsync(int rate, TimeSpan duration, CancellationToken cancellationToken)
    {
        var due = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleWriter = true });
        var started = Stopwatch.GetTimestamp();
        var sending = Task.WhenAll(lanes.Select(async lane =>
        {
            var seen = new List<long>();
            await foreach (var moment in due.Reader.ReadAllAsync(cancellationToken))
            {
                await lane.DeliverAsync(cancellationToken);
                seen.Add(Stopwatch.GetTimestamp() - moment);
            }

            return seen;
        }));
        new Thread(() => Tick(due.Writer, started, rate, (long)(rate * duration.TotalSeconds))) { IsBackground = true }.Start();
        return LoadResult.Of(Stopwatch.GetElapsedTime(started), await sending);
    }

    public void Dispose()
    {
        foreach (var lane in lanes)
        {
            lane.Dispose();
        }
    }

    // Timers of .NET tick in milliseconds; deliveries fall due more often. Stopwatch is the monotonic clock, in nanoseconds.
    private static void Tick(ChannelWriter<long> due, long started, int rate, long count)
    {
        for (var index = 0L; index < count; index++)
        {
            var moment = started + (index * Stopwatch.Frequency / rate);
            var (seconds, nanoseconds) = Math.DivRem(moment, Stopwatch.Frequency);
            var until = new TimeSpec(seconds, nanoseconds);
            _ = SleepUntil(MonotonicClock, AbsoluteTime, in until, 0);
            due.TryWrite(moment);
        }

        due.Complete();
    }

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    private static partial int SleepUntil(int clock, int flags, in TimeSpec until, nint remaining);

    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);

    /// <summary>A connection and the deliveries that it alone sends, round and round.</summary>
    private sealed class Lane(DeliveryConnection connection, PreparedDelivery[] deliveries) : IDisposable
    {
        private int next;

        public ValueTask DeliverAsync(CancellationToken cancellationToken)
        {
            next = (next + 1) % deliveries.Length;
            return connection.DeliverAsync(deliveries[next], cancellationToken);
        }

        public void Dispose() => connection.Dispose();
    }
}
