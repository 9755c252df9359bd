using System.Diagnostics;
using System.Globalization;
using CommunityBot.Benchmarks.Servers;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Outbox;
using CommunityBot.Retention;
using CommunityBot.Storage;
using CommunityBot.Work;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityBot.Benchmarks;

/// <summary>What a claim, the questions for the pace and a round of retention cost as inbox and outbox grow, on both databases.</summary>
public static class TablesBenchmark
{
    /// <summary>Samples of each question in a round, and how long they may take together: a slow one needs fewer.</summary>
    private const int Samples = 100;

    private const int ClaimsAtOnce = 8;

    private static readonly TimeSpan MostOfARound = TimeSpan.FromMilliseconds(500);

    private static readonly int[] Sizes = [1_000, 100_000, 1_000_000];

    private static readonly Shape[] Shapes =
    [
        new("finished, and one waits in each of 8 lanes", Lanes: 100, WorkState.Completed, IsDue: true),
        new("wait, ten in a lane", Lanes: null, WorkState.Available, IsDue: true),
        new("wait in one lane", Lanes: 1, WorkState.Available, IsDue: true),
        new("wait for a later time in 100 lanes, and one is due in each of 8 others", Lanes: 100, WorkState.Available, IsDue: false),
        new("wait, ten in a lane, for an installation that is held back in the inbox, and one is due in each of 8 lanes of another", Lanes: null, WorkState.Available, IsDue: true) { IsHeld = true },
    ];

    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly Question[] Questions =
    [
        new("claim of the inbox", async tables => await tables.TakeAsync(tables.Inbox)),
        new("claim of the outbox", async tables => await tables.TakeAsync(tables.Outbox)),
        new("pace of an installation", tables => tables.HoldBackAsync()),
        new("pace of a conversation", tables => tables.AskRoomAsync()),
        new("retention, nothing old", tables => tables.RetainAsync()),
    ];

    public static async Task RunAsync(BenchmarkRun run, PublishedService service)
    {
        foreach (var shape in Shapes)
        {
            var tables = new List<Tables>();
            foreach (var size in Sizes)
            {
                tables.Add(await Tables.FillAsync(run.NewSqlite("tables"), shape, size, run));
                tables.Add(await Tables.FillAsync(await run.NewPostgresAsync(), shape, size, run));
            }

            // The first round warms up.
            var rounds = tables.ToDictionary(one => one, _ => Questions.ToDictionary(question => question, _ => new List<double>()));
            for (var round = 0; round <= run.Settings.Rounds; round++)
            {
                foreach (var (question, one) in Questions.SelectMany(question => tables.Select(one => (question, one))))
                {
                    var took = await MicrosecondsAsync(question, one, run);
                    if (round > 0)
                    {
                        rounds[one][question].Add(took);
                    }
                }
            }

            Table.Print($"tables: rows of inbox and outbox that {shape.Name}; µs, {run.Settings.Rounds} interleaved rounds",
                ["", "database", .. Sizes.Select(size => $"{size.ToString("N0", CultureInfo.InvariantCulture)} rows"), "largest to smallest"],
                Questions.SelectMany(question => tables.GroupBy(one => one.Name).Select(sizes => Row(question, sizes.Key, [.. sizes.Select(one => rounds[one][question])]))));
            foreach (var one in tables)
            {
                await one.DisposeAsync();
            }
        }
    }

    private static string[] Row(Question question, string name, List<double>[] sizes) =>
    [
        question.Name,
        name,
        .. sizes.Select(size => Spread.Of(size).ToString("F0")),
        Spread.Of(sizes[^1].Zip(sizes[0], (large, small) => large / small)).ToString("F2"),
    ];

    private static async Task<double> MicrosecondsAsync(Question question, Tables tables, BenchmarkRun run)
    {
        var (began, took, asked) = (Stopwatch.GetTimestamp(), TimeSpan.Zero, 0);
        while (asked < Samples && Stopwatch.GetElapsedTime(began) < MostOfARound)
        {
            run.Stopped.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            await question.AskAsync(tables);
            took += Stopwatch.GetElapsedTime(started);
            asked++;
            await tables.GiveBackAsync();
        }

        return took.TotalMicroseconds / asked;
    }

    /// <summary>How the rows lie.</summary>
    /// <param name="Name">In words.</param>
    /// <param name="Lanes">Lanes that they are spread over; a tenth of the rows where absent.</param>
    /// <param name="State">Where they stand.</param>
    /// <param name="IsDue">Whether they are due.</param>
    private sealed record Shape(string Name, int? Lanes, WorkState State, bool IsDue)
    {
        /// <summary>Whether their installation is held back.</summary>
        public bool IsHeld { get; init; }
    }

    private sealed record Question(string Name, Func<Tables, Task> AskAsync);

    private sealed class Tables : IAsyncDisposable
    {
        // The installation of the rows, and that of what is due beside them.
        private const long Filled = 1;

        private const long Other = 2;

        // Lanes of what is due beside them, none of which is one of those.
        private const long OtherLanes = 10_000_000;

        private static readonly RepositoryRef Repository = new(1, 1, "octo", "hello");
        private static readonly CommentEffect Comment = new(1, "text");
        private static readonly OutboxMessage Message = new("filled", "filled-1", Repository, "{}", "delivery");

        private readonly Database database;
        private readonly ContentPacer pacer;
        private readonly List<Func<Task>> taken = [];

        private Tables(string name, Database database)
        {
            (Name, this.database) = (name, database);
            var time = new FixedTime();
            (Inbox, var outbox) = (new Inbox.Inbox(database, time).Work, new Outbox.Outbox(database, time));
            Outbox = outbox.Work;
            var options = Options.Create(new BotOptions());
            var budget = new RequestBudget(new InstallationPauses(database, time, NullLogger<InstallationPauses>.Instance), database, time, options);
            pacer = new(outbox, budget, database, time, options);
        }

        public string Name { get; }

        public WorkTable<Inbox.Delivery> Inbox { get; }

        public WorkTable<OutboxMessage> Outbox { get; }

        public static async Task<Tables> FillAsync(Store store, Shape shape, int size, BenchmarkRun run)
        {
            var database = await store.OpenAsync(run.Stopped);
            var (lanes, due) = (shape.Lanes ?? size / 10, shape.IsDue ? Now : Now.AddHours(1));
            DateTimeOffset? finished = shape.State == WorkState.Completed ? Now : null;
            await database.WriteAsync(async session =>
            {
                await FilledTables.FillAsync(session, Filled, size, firstLane: 0, lanes, shape.State, due, finished);
                if (finished is not null || !shape.IsDue || shape.IsHeld)
                {
                    await FilledTables.FillAsync(session, Other, ClaimsAtOnce, OtherLanes, ClaimsAtOnce, WorkState.Available, Now, finished: null);
                }
            });
            if (store.IsPostgres)
            {
                // As the server does by itself within a minute.
                await database.WriteAsync(session => session.ExecuteAsync("ANALYZE"));
            }

            var tables = new Tables(store.Name, database);
            if (shape.IsHeld)
            {
                await tables.Inbox.PauseAsync(Filled, Now.AddHours(1));
            }

            return tables;
        }

        public async Task TakeAsync<T>(WorkTable<T> table)
        {
            var claims = await table.ClaimAsync(() => ClaimsAtOnce);
            if (claims.Count == 0)
            {
                throw new InvalidOperationException("Nothing was there to claim.");
            }

            taken.AddRange(claims.Select<Claim<T>, Func<Task>>(claim => () => table.RescheduleAsync(claim, Now, counts: false, error: null)));
        }

        /// <summary>Gives back what was claimed, which is not measured.</summary>
        public async Task GiveBackAsync()
        {
            await Task.WhenAll(taken.Select(give => give()));
            taken.Clear();
        }

        public Task HoldBackAsync() => pacer.MarkAsync(new Claim<OutboxMessage>(1, 1, 1, 1, Now, Now, Now, Message), Comment, url: null);

        public Task<DateTimeOffset?> AskRoomAsync() => pacer.RoomAtAsync(Message, Comment);

        public Task RetainAsync() => new RetentionSweep(database, Options.Create(new StorageOptions())).SweepAsync(Now, CancellationToken.None);

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
