using CommunityBot.Hosting;
using CommunityBot.Inbox;
using CommunityBot.Retention;
using CommunityBot.Storage;
using CommunityBot.Tests.Storage;
using CommunityBot.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Retention;

public sealed class RetentionTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Of_every_table_it_is_decided_how_long_what_is_in_it_is_kept()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        await using var context = temporary.Database.CreateContext();

        Assert.Equal(context.Model.GetEntityTypes().Select(table => table.GetTableName()).Order(), Keeping.All.Select(keeping => keeping.Table).Order());
    }

    [Fact]
    public void The_documentation_says_so()
    {
        var rows = Keeping.All.Select(keeping => $"| {keeping.What} | {keeping.HowLong} | {keeping.Why} | `{keeping.Table}` |");
        var table = string.Join('\n', ["| what | how long | why | table |", "| --- | --- | --- | --- |", .. rows]);

        Assert.Contains(table, File.ReadAllText(Path.Combine(Repository.Root, "docs", "operating.md")), StringComparison.Ordinal);
    }

    /// <summary>Of two rows of each table one is a day older than what is kept and one a day younger.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_was_kept_long_enough_goes_and_what_is_younger_stays(Engine engine, string table, string insert, double days)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var before = _time.GetUtcNow() - TimeSpan.FromDays(days);
        await temporary.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync(insert, 1L, (before - TimeSpan.FromDays(1)).ToUnixTimeMilliseconds());
            await session.ExecuteAsync(insert, 2L, (before + TimeSpan.FromDays(1)).ToUnixTimeMilliseconds());
        });

        await SweepAsync(temporary.Database);

        Assert.Equal(1, await CountAsync(temporary.Database, $"SELECT COUNT(*) FROM {table}"));
    }

    public static TheoryData<Engine, string, string, double> Rows()
    {
        (string Table, string Columns, string Values, double Days)[] rows =
        [
            ("heard_comments", "kind, comment_id, edited_at, written_at", "0, @0, 0, @1", 90),
            ("claims", "installation_id, repository_id, repository, number, person_id, login, claimed_at, since, due_at, ended_at", "1, 1, 'octo/hello', @0, 1, 'a', 0, 0, 0, @1", 90),
            ("mentorings", "repository_id, number, installation_id, mentor_id, newcomer_id, started_at, ended_at", "1, @0, 1, 1, 1, 0, @1", 90),
            ("change_requests", "repository_id, number, review_id, asked_at", "1, 1, @0, @1", 365),
            ("sent_nudges", "installation_id, person_id, sent_at, key", "1, @0, @1, 'k'", 7),
            ("availability", "person_id, login, muted, away_until", "@0, 'a', 0, @1", 0),
            ("lane_pauses", "queue, lane, rank, until", "'outbox', @0, 0, @1", 0),
            ("installation_pauses", "installation_id, until", "@0, @1", 0),
            ("request_points", "installation_id, used_until", "@0, @1", 0),
            ("outbox", $"seq, {Outbox}, moment, state, finished_at", $"@0, {OutboxValues}, 'commands.act', 2, @1", 30),
            ("outbox WHERE effect = ''", $"seq, {Outbox}, moment, state, finished_at", $"@0, {OutboxValues}, 'welcome.first-issue', 2, @1", 30),
        ];
        var data = new TheoryData<Engine, string, string, double>();
        foreach (var (table, columns, values, days) in rows)
        {
            data.Add(Engine.Sqlite, table, $"INSERT INTO {table.Split(' ')[0]} ({columns}) VALUES ({values})", days);
            data.Add(Engine.Postgres, table, $"INSERT INTO {table.Split(' ')[0]} ({columns}) VALUES ({values})", days);
        }

        return data;
    }

    private const string Outbox = "key, lane, rank, repository_id, repository, effect, delivery_id, due_at, attempts, created_at";

    private const string OutboxValues = "CAST(@0 AS TEXT), 1, 1, 1, 'octo/hello', '{}', 'd', 0, 1, 0";

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_payload_goes_before_its_delivery_which_is_known_for_as_long_as_it_may_come_again(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await HandleAsync(inbox, "old");
        _time.Advance(TimeSpan.FromDays(29));
        await SweepAsync(temporary.Database, keep: TimeSpan.FromDays(1));

        Assert.False(await AddAsync(inbox, "old"));
        Assert.Equal((1, 0), await CountAsync(temporary.Database));

        _time.Advance(TimeSpan.FromDays(2));
        await SweepAsync(temporary.Database, keep: TimeSpan.FromDays(1));
        Assert.Equal((0, 0), await CountAsync(temporary.Database));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_delivery_stays_with_its_payload(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        await HandleAsync(new CommunityBot.Inbox.Inbox(temporary.Database, _time), "old");
        _time.Advance(TimeSpan.FromDays(99));

        await SweepAsync(temporary.Database, keep: TimeSpan.FromDays(100));

        Assert.Equal((1, 1), await CountAsync(temporary.Database));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_is_given_up_or_not_done_yet_stays_whole(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await HandleAsync(inbox, "parked", WorkState.Parked);
        await AddAsync(inbox, "waiting");
        foreach (var (seq, state) in new[] { (1L, WorkState.Parked), (2L, WorkState.Available) })
        {
            await temporary.Database.WriteAsync(session => session.ExecuteAsync(
                $"INSERT INTO outbox (seq, {Outbox}, moment, state, finished_at) VALUES (@0, {OutboxValues}, 'commands.act', @1, @2)", seq, (int)state, _time.NowMilliseconds()));
        }

        _time.Advance(TimeSpan.FromDays(3650));
        await SweepAsync(temporary.Database);

        Assert.Equal((2, 2), await CountAsync(temporary.Database));
        Assert.Equal(2, await CountAsync(temporary.Database, "SELECT COUNT(*) FROM outbox WHERE effect <> ''"));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task That_anything_was_heard_is_never_forgotten(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        await temporary.Database.WriteAsync(session => session.ExecuteAsync("INSERT INTO heard_comments (kind, comment_id, edited_at, written_at) VALUES (0, 1, 0, 1), (0, 2, 0, 2)"));

        await SweepAsync(temporary.Database);

        Assert.Equal(1, await CountAsync(temporary.Database, "SELECT COUNT(*) FROM heard_comments"));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Who_is_muted_stays_muted_and_a_claim_that_goes_on_goes_on(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        await temporary.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("INSERT INTO availability (person_id, login, muted, away_until) VALUES (1, 'a', 1, 0)");
            await session.ExecuteAsync(
                "INSERT INTO claims (installation_id, repository_id, repository, number, person_id, login, claimed_at, since, due_at) VALUES (1, 1, 'octo/hello', 1, 1, 'a', 0, 0, 0)");
        });

        await SweepAsync(temporary.Database);

        Assert.Equal(2, await CountAsync(temporary.Database, "SELECT (SELECT COUNT(*) FROM availability) + (SELECT COUNT(*) FROM claims)"));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task It_goes_on_until_all_that_is_old_is_gone_however_much_that_is(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        const int More = (RetentionSweep.MostAtOnce * RetentionSweep.MostARound) + 1;
        await temporary.Database.WriteAsync(session => session.ExecuteAsync(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @0) INSERT INTO installation_pauses (installation_id, until) SELECT i, 0 FROM n", More));
        var sweep = Sweep(temporary.Database, TimeSpan.FromDays(30));

        await sweep.SweepAsync(_time.GetUtcNow(), CancellationToken.None);
        Assert.Equal(1, await CountAsync(temporary.Database, "SELECT COUNT(*) FROM installation_pauses"));

        // Not in an hour, as when nothing is left.
        await sweep.SweepAsync(_time.GetUtcNow(), CancellationToken.None);
        Assert.Equal(0, await CountAsync(temporary.Database, "SELECT COUNT(*) FROM installation_pauses"));
    }

    [Theory]
    [InlineData("deliveries")]
    [InlineData("payloads")]
    [InlineData("outbox")]
    [InlineData("heard_comments")]
    [InlineData("claims")]
    [InlineData("mentorings")]
    [InlineData("change_requests")]
    public async Task A_round_looks_at_what_is_due_and_not_at_all_there_is(string table)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        foreach (var expiry in Keeping.All.Single(keeping => keeping.Table == table).Expiries)
        {
            var plan = await temporary.Database.ReadAsync(async session =>
            {
                var lines = new List<string>();
                await using var rows = await session.ReadAsync($"EXPLAIN QUERY PLAN {expiry.Find}", 0L, 1);
                while (await rows.ReadAsync())
                {
                    lines.Add(rows.GetString(rows.GetOrdinal("detail")));
                }

                return lines;
            });

            Assert.DoesNotContain(plan, line => line.StartsWith("SCAN", StringComparison.Ordinal) || line.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_room_of_what_goes_is_used_again()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        var payload = new byte[20_000];
        new Random(1).NextBytes(payload);
        var pages = new List<long>();
        for (var month = 0; month < 5; month++)
        {
            for (var i = 0; i < 50; i++)
            {
                await HandleAsync(inbox, $"{month}-{i}", payload: payload);
            }

            _time.Advance(TimeSpan.FromDays(31));
            await SweepAsync(temporary.Database);
            pages.Add(await CountAsync(temporary.Database, "PRAGMA page_count"));
        }

        Assert.Equal(pages[0], pages[^1]);
    }

    private static RetentionSweep Sweep(Database database, TimeSpan keep) => new(database, Options.Create(new StorageOptions { KeepPayloads = keep }));

    private Task SweepAsync(Database database, TimeSpan? keep = null) => Sweep(database, keep ?? TimeSpan.FromDays(30)).SweepAsync(_time.GetUtcNow(), CancellationToken.None);

    private static async Task HandleAsync(CommunityBot.Inbox.Inbox inbox, string id, WorkState state = WorkState.Completed, byte[]? payload = null)
    {
        await AddAsync(inbox, id, payload);
        await inbox.Work.FinishAsync(Assert.Single(await inbox.Work.ClaimAsync(() => 1)), state, null);
    }

    private static Task<bool> AddAsync(CommunityBot.Inbox.Inbox inbox, string id, byte[]? payload = null) =>
        inbox.AddAsync(new(id, "issues", "opened", 1, 1), PayloadCodec.Compress(payload ?? "{}"u8.ToArray()));

    private static Task<long> CountAsync(Database database, string query) => database.ReadAsync(session => session.ScalarAsync<long>(query));

    private static async Task<(long Deliveries, long Payloads)> CountAsync(Database database) =>
        (await CountAsync(database, "SELECT COUNT(*) FROM deliveries"), await CountAsync(database, "SELECT COUNT(*) FROM payloads"));
}
