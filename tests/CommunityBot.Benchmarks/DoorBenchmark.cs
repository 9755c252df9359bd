using System.Diagnostics;
using CommunityBot.Benchmarks.Load;
using CommunityBot.Benchmarks.Servers;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.Benchmarks;

/// <summary>What it costs to acknowledge a delivery, beside the least that any receiver has to do.</summary>
public static class DoorBenchmark
{
    // More than fit into the processor's cache, few enough to be prepared in a second.
    private const int DistinctBodies = 4_096;

    // Wiki edits: an event that no feature listens to.
    private const string UnhandledEvent = "gollum";
    private const string HandledEvent = "pull_request";

    // Stored and handled, and nothing to be said or asked, so that the door is what is measured.
    private static readonly Scene Bots = new(Installations: 64, Repositories: DistinctBodies, Newcomers: false);

    public static async Task RunAsync(BenchmarkRun run, PublishedService service)
    {
        await using var gitHub = await SimulatedGitHub.StartAsync();
        var pulls = Bots.Open(gitHub, Bots.Build(gitHub), DistinctBodies);
        var port = ServerProcess.FreePort();
        using var bareServer = await ServerProcess.StartAsync(
            Environment.ProcessPath!, ["bare", $"{port}", gitHub.WebhookSecret], port, new Dictionary<string, string>(), run);
        using var sqliteServer = await service.StartAsync(run.NewSqlite("door"), gitHub, run);
        using var postgresServer = await service.StartAsync(await run.NewPostgresAsync(), gitHub, run);
        using var bare = await Subject.CreateAsync("(a) bare endpoint, nothing stored", bareServer, Prepare(HandledEvent), run);
        using var unhandled = await Subject.CreateAsync("(b) service, event nobody handles", sqliteServer, Prepare(UnhandledEvent), run);
        using var sqlite = await Subject.CreateAsync("(c) service, stored durably in SQLite", sqliteServer, Prepare(HandledEvent), run);
        using var postgres = await Subject.CreateAsync("(d) service, stored durably in PostgreSQL", postgresServer, Prepare(HandledEvent), run);

        await FloodAsync(run, bare, unhandled, sqlite, postgres);
        await PaceAsync(run, bare, sqlite, postgres);

        PreparedDelivery[] Prepare(string eventName) => PreparedDelivery.CreateMany(eventName, pulls, gitHub.WebhookSecret);
    }

    private static async Task FloodAsync(BenchmarkRun run, params Subject[] subjects)
    {
        var settings = run.Settings;
        foreach (var subject in subjects)
        {
            await subject.Load.FloodAsync(TimeSpan.FromSeconds(settings.WarmUpSeconds), run.Stopped);
            await subject.Server.RestAsync(run.Stopped);
        }

        var rounds = await MeasureAsync(run, subjects, subject => subject.Load.FloodAsync(TimeSpan.FromSeconds(settings.Seconds), run.Stopped));
        Table.Print($"door: {settings.Connections} connections, as fast as acknowledged, {settings.Rounds} interleaved rounds of {settings.Seconds} s",
            ["", "deliveries/s", "p50 ms", "p99 ms", "server CPU µs", "PostgreSQL CPU µs", "generator CPU µs", "ratio to (a)"],
            subjects.Select((subject, index) => new[]
            {
                subject.Name,
                Spread.Of(rounds[index].Select(round => round.Load.PerSecond)).ToString("N0"),
                Spread.Of(rounds[index].Select(round => round.Load.Percentile(0.50))).ToString("F2"),
                Spread.Of(rounds[index].Select(round => round.Load.Percentile(0.99))).ToString("F2"),
                Spread.Of(rounds[index].Select(round => round.ServerMicroseconds)).ToString("F0"),
                Spread.Of(rounds[index].Select(round => round.PostgresMicroseconds)).ToString("F0"),
                Spread.Of(rounds[index].Select(round => round.GeneratorMicroseconds)).ToString("F0"),
                Spread.Of(rounds[index].Zip(rounds[0], (round, first) => round.Load.PerSecond / first.Load.PerSecond)).ToString("F2"),
            }));
    }

    private static async Task PaceAsync(BenchmarkRun run, params Subject[] subjects)
    {
        var settings = run.Settings;
        var rounds = await MeasureAsync(run, subjects, subject => subject.Load.PaceAsync(settings.Rate, TimeSpan.FromSeconds(settings.Seconds), run.Stopped));
        Table.Print($"door: {settings.Rate:N0} deliveries a second fall due, {settings.Rounds} interleaved rounds of {settings.Seconds} s",
            ["", "p50 ms", "p99 ms", "server CPU µs", "p50 ratio to (a)", "p99 ratio to (a)"],
            subjects.Select((subject, index) => new[]
            {
                subject.Name,
                Spread.Of(rounds[index].Select(round => round.Load.Percentile(0.50))).ToString("F2"),
                Spread.Of(rounds[index].Select(round => round.Load.Percentile(0.99))).ToString("F2"),
                Spread.Of(rounds[index].Select(round => round.ServerMicroseconds)).ToString("F0"),
                Spread.Of(rounds[index].Zip(rounds[0], (round, first) => round.Load.Percentile(0.50) / first.Load.Percentile(0.50))).ToString("F2"),
                Spread.Of(rounds[index].Zip(rounds[0], (round, first) => round.Load.Percentile(0.99) / first.Load.Percentile(0.99))).ToString("F2"),
            }));
    }

    private static async Task<List<Round>[]> MeasureAsync(BenchmarkRun run, Subject[] subjects, Func<Subject, Task<LoadResult>> load)
    {
        var rounds = subjects.Select(_ => new List<Round>()).ToArray();
        for (var round = 0; round < run.Settings.Rounds; round++)
        {
            for (var index = 0; index < subjects.Length; index++)
            {
                rounds[index].Add(await Round.MeasureAsync(subjects[index].Server, run.Cluster!, () => load(subjects[index])));
                await subjects[index].Server.RestAsync(run.Stopped);
            }
        }

        return rounds;
    }

    private sealed record Subject(string Name, ServerProcess Server, LoadGenerator Load) : IDisposable
    {
        public static async Task<Subject> CreateAsync(string name, ServerProcess server, PreparedDelivery[] deliveries, BenchmarkRun run) =>
            new(name, server, await LoadGenerator.ConnectAsync(server.Port, deliveries, run.Settings.Connections, run.Stopped));

        public void Dispose() => Load.Dispose();
    }

    private sealed record Round(LoadResult Load, double ServerMicroseconds, double PostgresMicroseconds, double GeneratorMicroseconds)
    {
        public static async Task<Round> MeasureAsync(ServerProcess server, PostgresCluster cluster, Func<Task<LoadResult>> load)
        {
            using var generator = Process.GetCurrentProcess();
            var (serverBefore, clusterBefore, generatorBefore) = (server.Cpu, cluster.Cpu, generator.TotalProcessorTime);
            var result = await load();
            generator.Refresh();
            var count = result.Latencies.Length;
            return new Round(
                result,
                (server.Cpu - serverBefore).TotalMicroseconds / count,
                (cluster.Cpu - clusterBefore).TotalMicroseconds / count,
                (generator.TotalProcessorTime - generatorBefore).TotalMicroseconds / count);
        }
    }
}
