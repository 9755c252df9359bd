using System.Diagnostics;
using System.Globalization;
using CommunityBot.Benchmarks.Servers;
using CommunityBot.Features.Nudges;
using CommunityBot.Features.Nudges.Facts;
using CommunityBot.Hosting;
using CommunityBot.RepositoryConfig;
using CommunityBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBot.Benchmarks;

/// <summary>What a sweep for nudges costs as the table of open pull requests grows, while as many are due.</summary>
public static class SweepBenchmark
{
    private const int Due = 100;

    private const int InARepository = 1_000;

    private static readonly int[] Sizes = [Due, 100_000];

    /// <summary>A Wednesday in the hours of the calendar.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(BenchmarkRun run, PublishedService service)
    {
        var tables = new List<(int Size, ServiceProvider Services)>();
        foreach (var size in Sizes)
        {
            tables.Add((size, await FillAsync(run, size)));
        }

        var (looks, sweeps) = (Sizes.ToDictionary(size => size, _ => new List<double>()), Sizes.ToDictionary(size => size, _ => new List<double>()));
        for (var round = 0; round <= run.Settings.Rounds; round++)
        {
            foreach (var (size, services) in tables)
            {
                await SetDueAsync(services.GetRequiredService<Database>());
                var look = await MillisecondsAsync(() => services.GetRequiredService<PullRequests>().ListDueAsync(Now, Due));
                var sweep = await MillisecondsAsync(() => services.GetRequiredService<NudgeSweep>().SweepAsync(Now, run.Stopped));
                await CheckAsync(services.GetRequiredService<Database>());

                // The first round warms up.
                if (round > 0)
                {
                    looks[size].Add(look);
                    sweeps[size].Add(sweep);
                }
            }
        }

        Table.Print($"sweep: {Due} nudges that are due, {run.Settings.Rounds} interleaved rounds",
            ["open pull requests", "look ms", "ratio to those that are due alone", "sweep ms", "ratio to those that are due alone"],
            Sizes.Select(size => Row(size, looks, sweeps)));
        foreach (var (_, services) in tables)
        {
            await services.DisposeAsync();
        }
    }

    private static string[] Row(int size, Dictionary<int, List<double>> looks, Dictionary<int, List<double>> sweeps) =>
    [
        size.ToString("N0", CultureInfo.InvariantCulture),
        Spread.Of(looks[size]).ToString("F2"),
        Spread.Of(looks[size].Zip(looks[Due], (large, small) => large / small)).ToString("F2"),
        Spread.Of(sweeps[size]).ToString("F1"),
        Spread.Of(sweeps[size].Zip(sweeps[Due], (large, small) => large / small)).ToString("F2"),
    ];

    private static async Task<double> MillisecondsAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<ServiceProvider> FillAsync(BenchmarkRun run, int size)
    {
        var connection = $"Data Source={run.NewPath("sweep.db")}";
        var database = new SqliteDatabase(connection);
        await database.OpenAsync(run.Stopped);
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging();
        services.AddCommunityBotCore(OperatorSettings.ForPreview(connection));
        services.AddSingleton<Database>(database).AddSingleton<TimeProvider>(new FixedTime());
        services.AddSingleton<IConfigSource>(provider => new FixedConfigSource(new(() => EffectiveConfig.Of(provider.GetRequiredService<ConfigKeys>()))));
        await database.WriteAsync(async session =>
        {
            for (var repository = 0; repository <= size / InARepository; repository++)
            {
                await session.ExecuteAsync(
                    "INSERT INTO nudged_repositories (repository_id, installation_id, repository, waiting, nudged_day, nudged_then) VALUES (@0, 1, 'octo/hello', 0, 0, 0)", repository);
            }

            for (var number = 0; number < size; number++)
            {
                // What is not due is so in the days to come.
                await session.ExecuteAsync(
                    """
                    INSERT INTO pull_requests (repository_id, number, installation_id, repository, facts, progress, is_open, due_at, seen_at)
                    VALUES (@0, @1, 1, 'octo/hello', @2, '{}', 1, @3, 0)
                    """,
                    number / InARepository,
                    number,
                    FactsCodec.Write(PullFacts.None with { IsWhole = true, Snapshot = new(Now.AddDays(-20), new(1_000 + number, "author"), "NONE", Now.AddDays(-20)) { HeadSha = "head" } }),
                    Now.AddMinutes(number + 1).ToUnixTimeMilliseconds());
            }
        });
        return services.BuildServiceProvider();
    }

    private static Task SetDueAsync(Database database) => database.WriteAsync(async session =>
    {
        await session.ExecuteAsync("DELETE FROM outbox");
        await session.ExecuteAsync("UPDATE pull_requests SET progress = '{}', due_at = @0 WHERE number < @1", Now.ToUnixTimeMilliseconds(), Due);
    });

    private static async Task CheckAsync(Database database)
    {
        var said = await database.ReadAsync(session => session.ScalarAsync<long>("SELECT COUNT(*) FROM outbox"));
        if (said != Due)
        {
            throw new InvalidOperationException($"{said} nudges instead of {Due}");
        }
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
