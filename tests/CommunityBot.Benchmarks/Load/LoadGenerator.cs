using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CommunityBot.Benchmarks.Load;

/// <summary>Connections to one server, each with prepared deliveries of its own.</summary>
public sealed partial class LoadGenerator : IDisposable
{
    /// <summary>
    /// Environment variable by which the runtime goes on where a socket became ready, without the way over the thread pool: a third
    /// less CPU for the generator. For this process only; servers run as they would anywhere. Read once, before the first socket.
    /// </summary>
    public const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    private const int MonotonicClock = 1;
    private const int AbsoluteTime = 1;

    private readonly Lane[] lanes;

    private LoadGenerator(Lane[] lanes) => this.lanes = lanes;

    public static async Task<LoadGenerator> ConnectAsync(int port, PreparedDelivery[] deliveries, int connections, CancellationToken cancellationToken)
    {
        var lanes = new List<Lane>();
        foreach (var share in deliveries.Chunk((deliveries.Length + connections - 1) / connections))
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
        var idle = new BlockingCollection<Lane>(new ConcurrentQueue<Lane>(lanes));
        var pending = new Task<long>[(int)(rate * duration.TotalSeconds)];
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = Stopwatch.GetTimestamp();
        new Thread(() => SendWhenDue(idle, started, rate, pending, sent, cancellationToken)) { IsBackground = true }.Start();
        await sent.Task;
        var latencies = await Task.WhenAll(pending);
        return LoadResult.Of(Stopwatch.GetElapsedTime(started), [[.. latencies]]);
    }

    /// <summary>Sends every delivery once, as fast as they are acknowledged.</summary>
    public Task SendAllAsync(CancellationToken cancellationToken) => Task.WhenAll(lanes.Select(async lane =>
    {
        for (var sent = 0; sent < lane.Count; sent++)
        {
            await lane.DeliverAsync(cancellationToken);
        }
    }));

    public void Dispose()
    {
        foreach (var lane in lanes)
        {
            lane.Dispose();
        }
    }

    // On a thread of its own: timers of .NET tick in milliseconds and deliveries fall due more often, and a thread pool that is woken
    // every half millisecond spins more than it works. Stopwatch is the monotonic clock, in nanoseconds.
    private static void SendWhenDue(
        BlockingCollection<Lane> idle, long started, int rate, Task<long>[] pending, TaskCompletionSource sent, CancellationToken cancellationToken)
    {
        try
        {
            for (var index = 0; index < pending.Length; index++)
            {
                var moment = started + (index * Stopwatch.Frequency / rate);
                var (seconds, nanoseconds) = Math.DivRem(moment, Stopwatch.Frequency);
                _ = SleepUntil(MonotonicClock, AbsoluteTime, new TimeSpec(seconds, nanoseconds), 0);
                pending[index] = SendAsync(idle, idle.Take(cancellationToken), moment, cancellationToken);
            }

            sent.SetResult();
        }
        catch (OperationCanceledException)
        {
            sent.SetCanceled(cancellationToken);
        }
    }

    private static async Task<long> SendAsync(BlockingCollection<Lane> idle, Lane lane, long moment, CancellationToken cancellationToken)
    {
        try
        {
            await lane.DeliverAsync(cancellationToken);
            return Stopwatch.GetTimestamp() - moment;
        }
        finally
        {
            idle.Add(lane, CancellationToken.None);
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    private static partial int SleepUntil(int clock, int flags, in TimeSpec until, nint remaining);

    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);

    /// <summary>A connection and the deliveries that it alone sends, round and round.</summary>
    private sealed class Lane(DeliveryConnection connection, PreparedDelivery[] deliveries) : IDisposable
    {
        private int next;

        public int Count => deliveries.Length;

        public ValueTask DeliverAsync(CancellationToken cancellationToken)
        {
            next = (next + 1) % deliveries.Length;
            return connection.DeliverAsync(deliveries[next], cancellationToken);
        }

        public void Dispose() => connection.Dispose();
    }
}
