using System.Diagnostics;
using CommunityBot.Benchmarks.Load;
using CommunityBot.Benchmarks.Servers;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.Benchmarks;

/// <summary>From deliveries to comments: newcomers open pull requests, and the clock stops when each has been welcomed.</summary>
public static class EndToEndBenchmark
{
    // GitHub opens few connections to one receiver.
    private const int Connections = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);

    public static async Task RunAsync(BenchmarkRun run, PublishedService service)
    {
        var settings = run.Settings;
        var scene = new Scene(settings.Installations, settings.Repositories, Newcomers: true);
        await using var gitHub = await SimulatedGitHub.StartAsync();
        using var server = await service.StartAsync(run.NewPath("e2e.db"), gitHub, run);

        var repositories = scene.Build(gitHub);

        // The first rounds pay for compilation, tokens and installations; they are not counted.
        var rounds = new List<Round>();
        for (var round = 0; round < settings.WarmUpRounds + settings.Rounds; round++)
        {
            rounds.Add(await MeasureAsync(server, gitHub, scene.Open(gitHub, repositories, settings.PullRequests), run));
        }

        var counted = rounds.Skip(settings.WarmUpRounds).ToArray();
        Table.Print(
            $"e2e: {settings.PullRequests} newcomers, {settings.Repositories} repositories, {settings.Installations} installations, {settings.Rounds} rounds after {settings.WarmUpRounds} to warm up",
            ["", "comments/s", "service CPU ms a comment", "GitHub calls a comment", "MiB afterwards"],
            [[
                "delivery to comment",
                Spread.Of(counted.Select(round => round.PerSecond)).ToString("N0"),
                Spread.Of(counted.Select(round => round.CpuMilliseconds)).ToString("F2"),
                Spread.Of(counted.Select(round => round.Calls)).ToString("F2"),
                Spread.Of(counted.Select(round => round.Mebibytes)).ToString("F0"),
            ]]);
    }

    private static async Task<Round> MeasureAsync(ServerProcess server, SimulatedGitHub gitHub, SimulatedItem[] pulls, BenchmarkRun run)
    {
        var deliveries = PreparedDelivery.CreateMany("pull_request", pulls, gitHub.WebhookSecret);
        using var load = await LoadGenerator.ConnectAsync(server.Port, deliveries, Connections, run.Stopped);
        var (cpu, calls) = (server.Cpu, gitHub.Requests.Count);
        var started = Stopwatch.GetTimestamp();
        await load.SendAllAsync(run.Stopped);
        for (var welcomed = 0; welcomed < pulls.Length && Stopwatch.GetElapsedTime(started) < Patience;)
        {
            if (pulls[welcomed].Comments.Count > 0)
            {
                welcomed++;
            }
            else
            {
                await Task.Delay(LookEvery, TimeProvider.System, run.Stopped);
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        await server.RestAsync(run.Stopped);
        gitHub.AssertNoUnknownRoutes();
        return Array.Find(pulls, pull => pull.Comments.Count != 1) is not { } wrong
            ? new Round(
                pulls.Length / elapsed.TotalSeconds,
                (server.Cpu - cpu).TotalMilliseconds / pulls.Length,
                (gitHub.Requests.Count - calls) / (double)pulls.Length,
                server.ResidentBytes / ServerProcess.BytesPerMebibyte)
            : throw new InvalidOperationException($"{wrong.Repository.FullName}#{wrong.Number} has {wrong.Comments.Count} comments.");
    }

    private sealed record Round(double PerSecond, double CpuMilliseconds, double Calls, double Mebibytes);
}
