using System.Diagnostics;
using CommunityBot.Benchmarks.Load;
using CommunityBot.Benchmarks.Servers;

namespace CommunityBot.Benchmarks;

/// <summary>From deliveries to comments: newcomers open pull requests, and the clock stops when each has been welcomed.</summary>
public static class EndToEndBenchmark
{
    private const string Secret = "benchmark-secret";

    // GitHub opens few connections to one receiver.
    private const int Connections = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);

    public static async Task RunAsync(BenchmarkRun run, PublishedService service)
    {
        var settings = run.Settings;
        var scene = new Scene(settings.Installations, settings.Repositories, Newcomers: true);
        await using var gitHub = await GitHubStub.StartAsync();
        using var server = await service.StartAsync(run.NewPath("e2e.db"), Secret, gitHub, run);

        // The first round pays for compilation, tokens and installations; it is not counted.
        var rounds = new List<Round>();
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var deliveries = PreparedDelivery.CreateMany("pull_request", scene, round * settings.PullRequests, settings.PullRequests, Secret);
            rounds.Add(await MeasureAsync(server, gitHub, deliveries, run));
        }

        var counted = rounds.Skip(1).ToArray();
        Table.Print(
            $"e2e: {settings.PullRequests} newcomers, {settings.Repositories} repositories, {settings.Installations} installations, {settings.Rounds} rounds after one to warm up",
            ["", "comments/s", "service CPU ms a comment", "GitHub calls a comment", "MiB afterwards"],
            [[
                "delivery to comment",
                Spread.Of(counted.Select(round => round.PerSecond)).ToString("N0"),
                Spread.Of(counted.Select(round => round.CpuMilliseconds)).ToString("F2"),
                Spread.Of(counted.Select(round => round.Calls)).ToString("F2"),
                Spread.Of(counted.Select(round => round.Mebibytes)).ToString("F0"),
            ]]);
    }

    private static async Task<Round> MeasureAsync(ServerProcess server, GitHubStub gitHub, PreparedDelivery[] deliveries, BenchmarkRun run)
    {
        using var load = await LoadGenerator.ConnectAsync(server.Port, deliveries, Connections, run.Stopped);
        var (cpu, calls, due) = (server.Cpu, gitHub.Calls, gitHub.Comments + deliveries.Length);
        var started = Stopwatch.GetTimestamp();
        await load.SendAllAsync(run.Stopped);
        while (gitHub.Comments < due && Stopwatch.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(LookEvery, TimeProvider.System, run.Stopped);
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        await server.RestAsync(run.Stopped);
        return gitHub.Comments == due
            ? new Round(
                deliveries.Length / elapsed.TotalSeconds,
                (server.Cpu - cpu).TotalMilliseconds / deliveries.Length,
                (gitHub.Calls - calls) / (double)deliveries.Length,
                server.ResidentBytes / ServerProcess.BytesPerMebibyte)
            : throw new InvalidOperationException($"{due} comments were due and there are {gitHub.Comments}.");
    }

    private sealed record Round(double PerSecond, double CpuMilliseconds, double Calls, double Mebibytes);
}
