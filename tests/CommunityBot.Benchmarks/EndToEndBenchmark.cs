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
        await using var sqlite = await Subject.StartAsync(run.NewSqlite("e2e"), service, run);
        await using var postgres = await Subject.StartAsync(await run.NewPostgresAsync(), service, run);
        Subject[] subjects = [sqlite, postgres];

        // The first rounds pay for compilation, tokens and installations; they are not counted.
        for (var round = 0; round < settings.WarmUpRounds + settings.Rounds; round++)
        {
            foreach (var subject in subjects)
            {
                subject.Rounds.Add(await MeasureAsync(subject, run));
            }
        }

        Table.Print(
            $"e2e: {settings.PullRequests} newcomers, {settings.Repositories} repositories, {settings.Installations} installations, {settings.Rounds} rounds in turn after {settings.WarmUpRounds} to warm up",
            ["", "comments/s", "service CPU ms a comment", "PostgreSQL CPU ms a comment", "GitHub calls a comment", "MiB afterwards"],
            subjects.Select(subject => Row(subject.Name, [.. subject.Rounds.Skip(settings.WarmUpRounds)])));
    }

    private static string[] Row(string name, Round[] rounds) =>
    [
        name,
        Spread.Of(rounds.Select(round => round.PerSecond)).ToString("N0"),
        Spread.Of(rounds.Select(round => round.CpuMilliseconds)).ToString("F2"),
        Spread.Of(rounds.Select(round => round.PostgresMilliseconds)).ToString("F2"),
        Spread.Of(rounds.Select(round => round.Calls)).ToString("F2"),
        Spread.Of(rounds.Select(round => round.Mebibytes)).ToString("F0"),
    ];

    private static async Task<Round> MeasureAsync(Subject subject, BenchmarkRun run)
    {
        var (server, gitHub) = (subject.Server, subject.GitHub);
        var pulls = subject.Scene.Open(gitHub, subject.Repositories, run.Settings.PullRequests);
        var deliveries = PreparedDelivery.CreateMany("pull_request", pulls, gitHub.WebhookSecret);
        using var load = await LoadGenerator.ConnectAsync(server.Port, deliveries, Connections, run.Stopped);
        var (cpu, postgres, calls) = (server.Cpu, run.Cluster!.Cpu, gitHub.Requests.Count);
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
                (run.Cluster!.Cpu - postgres).TotalMilliseconds / pulls.Length,
                (gitHub.Requests.Count - calls) / (double)pulls.Length,
                server.ResidentBytes / ServerProcess.BytesPerMebibyte)
            : throw new InvalidOperationException($"{wrong.Repository.FullName}#{wrong.Number} has {wrong.Comments.Count} comments.");
    }

    private sealed record Round(double PerSecond, double CpuMilliseconds, double PostgresMilliseconds, double Calls, double Mebibytes);

    private sealed record Subject(string Name, ServerProcess Server, SimulatedGitHub GitHub, Scene Scene, SimulatedRepository[] Repositories) : IAsyncDisposable
    {
        public List<Round> Rounds { get; } = [];

        public static async Task<Subject> StartAsync(Store store, PublishedService service, BenchmarkRun run)
        {
            var scene = new Scene(run.Settings.Installations, run.Settings.Repositories, Newcomers: true);
            var gitHub = await SimulatedGitHub.StartAsync();
            return new(store.Name, await service.StartAsync(store, gitHub, run), gitHub, scene, scene.Build(gitHub));
        }

        public async ValueTask DisposeAsync()
        {
            Server.Dispose();
            await GitHub.DisposeAsync();
        }
    }
}
