using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CommunityBot.Benchmarks.Load;

namespace CommunityBot.Benchmarks.Servers;

/// <summary>A server under measurement, in a process of its own, so that its CPU time and memory are only its own.</summary>
public sealed class ServerProcess : IDisposable
{
    public const double BytesPerMebibyte = 1_048_576;

    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan RestLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan RestWindow = TimeSpan.FromMilliseconds(500);

    // Lines of its log that are shown when it failed.
    private const int LastWords = 30;

    // A server that has nothing left to do stays below this share of one core; its timers are not work.
    private const double RestingShare = 0.03;

    private readonly Process process;
    private readonly string log;

    private ServerProcess(Process process, int port, string log)
    {
        this.process = process;
        this.log = log;
        Port = port;
    }

    public int Port { get; }

    /// <summary>From just before the process was started to the first 200 of its readiness.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Processor time used so far, user and system, over all threads.</summary>
    public TimeSpan Cpu => Running().TotalProcessorTime;

    /// <summary>Resident memory.</summary>
    public long ResidentBytes => Running().WorkingSet64;

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Starts a program that listens on a port and waits until it is ready. Its output goes to a file, as a container's would.</summary>
    public static async Task<ServerProcess> StartAsync(
        string program, IEnumerable<string> arguments, int port, IReadOnlyDictionary<string, string> environment, BenchmarkRun run)
    {
        var log = run.NewPath("server.log");
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$0\" 2>&1", log, program, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        start.Environment.Remove(LoadGenerator.InlineCompletions);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        var server = new ServerProcess(Process.Start(start)!, port, log);
        try
        {
            await server.WaitUntilReadyAsync(started, run.Stopped);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Returns when the server has worked off what it accepted and uses no processor any more.</summary>
    public async Task RestAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < RestLimit)
        {
            var before = Cpu;
            await Task.Delay(RestWindow, TimeProvider.System, cancellationToken);
            if ((Cpu - before) / RestWindow < RestingShare)
            {
                return;
            }
        }

        throw new TimeoutException($"The server was still busy after {RestLimit}.");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private async Task WaitUntilReadyAsync(long started, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}/") };
        while (Stopwatch.GetElapsedTime(started) < ReadyLimit)
        {
            Running();
            try
            {
                using var answer = await client.GetAsync("healthz/ready", cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    ReadyAfter = Stopwatch.GetElapsedTime(started);
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(PollEvery, TimeProvider.System, cancellationToken);
        }

        throw Failed("did not become ready");
    }

    private Process Running()
    {
        process.Refresh();
        return process.HasExited ? throw Failed("ended by itself") : process;
    }

    private InvalidOperationException Failed(string how) => new($"A server {how}. Its last words:\n{string.Join('\n', File.ReadLines(log).TakeLast(LastWords))}");
}
