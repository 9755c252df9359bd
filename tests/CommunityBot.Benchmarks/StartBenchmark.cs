using System.Diagnostics;
using CommunityBot.Benchmarks.Load;
using CommunityBot.Benchmarks.Servers;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.Benchmarks;

/// <summary>How soon the service is ready, what the first delivery waits, and what it keeps in memory when it has nothing to do.</summary>
public static class StartBenchmark
{
    private static readonly Scene Owners = new(Installations: 1, Repositories: 1, Newcomers: false);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(BenchmarkRun run, PublishedService service)
    {
        await using var gitHub = await SimulatedGitHub.StartAsync();
        var deliveries = PreparedDelivery.CreateMany(
            "pull_request", Owners.Open(gitHub, Owners.Build(gitHub), 2 * run.Settings.Rounds), gitHub.WebhookSecret);
        var (first, again) = (new List<Started>(), new List<Started>());
        for (var round = 0; round < run.Settings.Rounds; round++)
        {
            var store = run.NewSqlite("start");
            first.Add(await MeasureAsync(service, store, gitHub, deliveries[2 * round], run));
            again.Add(await MeasureAsync(service, store, gitHub, deliveries[(2 * round) + 1], run));
        }

        Table.Print($"start: {run.Settings.Rounds} rounds, published ReadyToRun",
            ["", "ready after ms", "at rest MiB", "first delivery ms", "after it MiB"],
            [Row("new database", first), Row("database of before", again)]);
    }

    private static async Task<Started> MeasureAsync(PublishedService service, Store store, SimulatedGitHub gitHub, PreparedDelivery delivery, BenchmarkRun run)
    {
        using var server = await service.StartAsync(store, gitHub, run);
        await Task.Delay(Rest, TimeProvider.System, run.Stopped);
        var atRest = server.ResidentBytes;
        var sent = Stopwatch.GetTimestamp();
        using var connection = await DeliveryConnection.OpenAsync(server.Port, run.Stopped);
        await connection.DeliverAsync(delivery, run.Stopped);
        var acknowledged = Stopwatch.GetElapsedTime(sent);
        await server.RestAsync(run.Stopped);
        return new Started(server.ReadyAfter, atRest, acknowledged, server.ResidentBytes);
    }

    private static string[] Row(string name, List<Started> starts) =>
    [
        name,
        Spread.Of(starts.Select(start => start.ReadyAfter.TotalMilliseconds)).ToString("F0"),
        Spread.Of(starts.Select(start => start.AtRest / ServerProcess.BytesPerMebibyte)).ToString("F0"),
        Spread.Of(starts.Select(start => start.FirstDelivery.TotalMilliseconds)).ToString("F1"),
        Spread.Of(starts.Select(start => start.Afterwards / ServerProcess.BytesPerMebibyte)).ToString("F0"),
    ];

    private sealed record Started(TimeSpan ReadyAfter, long AtRest, TimeSpan FirstDelivery, long Afterwards);
}
