using System.Diagnostics;
using System.Globalization;
using CommunityBot.Benchmarks.Servers;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.RepositoryConfig;
using CommunityBot.Storage;

namespace CommunityBot.Benchmarks;

/// <summary>What a question to the ledger costs as the ledger grows: how many merges somebody has, and what they did before.</summary>
public static class LedgerBenchmark
{
    private const int Questions = 5_000;

    /// <summary>Contributions of one person in one repository; the ledger grows by people and repositories.</summary>
    private const int Each = 50;

    private const int Batch = 10_000;

    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    public static async Task RunAsync(BenchmarkRun run, PublishedService service)
    {
        var ledgers = new List<(int Size, SqliteDatabase Database, Ledger.Ledger Ledger)>();
        foreach (var size in Sizes)
        {
            var database = new SqliteDatabase($"Data Source={run.NewPath("ledger.db")}");
            await database.OpenAsync(run.Stopped);
            await FillAsync(database, size);

            // Everything is known of these people, so there is nothing to ask GitHub.
            ledgers.Add((size, database, new(database, null!)));
        }

        var counts = Sizes.ToDictionary(size => size, _ => new List<double>());
        var histories = Sizes.ToDictionary(size => size, _ => new List<double>());
        for (var round = 0; round <= run.Settings.Rounds; round++)
        {
            foreach (var (size, _, ledger) in ledgers)
            {
                var count = await MicrosecondsAsync((context, person) => ledger.OtherMergesOfAsync(context, person, 1, DateTimeOffset.UnixEpoch, run.Stopped), size);
                var history = await MicrosecondsAsync((context, person) => ledger.HistoryOfAsync(context, person, DateTimeOffset.UnixEpoch, run.Stopped), size);

                // The first round warms up.
                if (round > 0)
                {
                    counts[size].Add(count);
                    histories[size].Add(history);
                }
            }
        }

        Table.Print($"ledger: {Questions} questions about random people with {Each} contributions each, {run.Settings.Rounds} interleaved rounds",
            ["rows", "count µs", "ratio to the smallest", "history µs", "ratio to the smallest"],
            Sizes.Select(size => Row(size, counts, histories)));
        foreach (var (_, database, _) in ledgers)
        {
            await database.DisposeAsync();
        }
    }

    private static string[] Row(int size, Dictionary<int, List<double>> counts, Dictionary<int, List<double>> histories) =>
    [
        size.ToString("N0", CultureInfo.InvariantCulture),
        Spread.Of(counts[size]).ToString("F1"),
        Spread.Of(counts[size].Zip(counts[Sizes[0]], (large, small) => large / small)).ToString("F2"),
        Spread.Of(histories[size]).ToString("F1"),
        Spread.Of(histories[size].Zip(histories[Sizes[0]], (large, small) => large / small)).ToString("F2"),
    ];

    private static async Task<double> MicrosecondsAsync<T>(Func<DeliveryContext, KnownPerson, Task<T>> ask, int size)
    {
        var random = new Random(size);
        var started = Stopwatch.GetTimestamp();
        for (var question = 0; question < Questions; question++)
        {
            var (repository, person) = Place(random.Next(size / Each));
            var context = new DeliveryContext(
                new("delivery", "pull_request", "closed", 1, repository), DateTimeOffset.UnixEpoch, new RepositoryRef(1, repository, "octo", "hello"), new FixedConfigSource(new(() => throw new InvalidOperationException())));
            await ask(context, new(person, "somebody", Insider: false, HistoryRead: true));
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / Questions;
    }

    private static async Task FillAsync(SqliteDatabase database, int size)
    {
        for (var from = 0; from < size; from += Batch)
        {
            var first = from;
            await database.WriteAsync(async session =>
            {
                for (var row = first; row < Math.Min(first + Batch, size); row++)
                {
                    var (repository, person) = Place(row / Each);
                    await session.ExecuteAsync(
                        "INSERT INTO contributions (repository_id, person_id, type, subject, occurred_at) VALUES (@0, @1, @2, @3, @4)",
                        repository,
                        person,
                        (row % 3) + 1,
                        row % Each,
                        1_000L * row);
                }
            });
        }
    }

    // A hundred people in each repository.
    private static (long Repository, long Person) Place(int person) => (person / 100, person);
}
