using CommunityBot.Storage;
using CommunityBot.Tests.Storage;
using CommunityBot.Web.Home;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Web;

public sealed class WorkStatusTests
{
    private const string Deliver = """
        INSERT INTO deliveries (delivery_id, event, installation_id, repository_id, lane, state, due_at, attempts, created_at) VALUES (@0, 'issues', 1, 1, @1, @2, @3, 0, @4)
        """;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_is_due_waits_and_what_is_for_later_does_not(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        await DeliverAsync(temporary.Database, ("done", 2, -90), ("first", 0, -10), ("second", 0, -5), ("later", 0, 5), ("running", 1, -20), ("parked", 3, -30));

        var work = await new WorkStatus(temporary.Database, _time).ReadAsync();

        Assert.Equal(new(_time.GetUtcNow().AddMinutes(-30), new(2, _time.GetUtcNow().AddMinutes(-10), 1), new(0, null, 0)), work);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Nothing_came_in_yet(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);

        Assert.Equal(new(null, new(0, null, 0), new(0, null, 0)), await new WorkStatus(temporary.Database, _time).ReadAsync());
    }

    [Fact]
    public async Task The_database_is_asked_once_a_second_however_many_look()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Sqlite);
        var status = new WorkStatus(temporary.Database, _time);
        var before = await status.ReadAsync();
        await DeliverAsync(temporary.Database, ("first", 0, -10));

        Assert.Same(before, await status.ReadAsync());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await status.ReadAsync())!.Inbox.Due);
    }

    [Fact]
    public async Task Two_walks_of_an_index_and_no_table_are_what_it_takes()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Sqlite);
        var plan = await temporary.Database.ReadAsync(async session =>
        {
            var steps = new List<string>();
            await using var row = await session.ReadAsync($"EXPLAIN QUERY PLAN {WorkStatus.Select}", 0L);
            while (await row.ReadAsync())
            {
                steps.Add(row.GetString(3));
            }

            return steps;
        });

        Assert.Single(plan, step => step == "SCAN deliveries");
        Assert.All(plan.Where(step => step != "SCAN deliveries" && !step.StartsWith("SCALAR", StringComparison.Ordinal) && step != "SCAN CONSTANT ROW"), step => Assert.Contains("COVERING INDEX", step, StringComparison.Ordinal));
    }

    private Task DeliverAsync(Database database, params (string Id, int State, int Minutes)[] deliveries) => database.WriteAsync(async session =>
    {
        foreach (var (id, state, minutes) in deliveries)
        {
            var at = _time.GetUtcNow().AddMinutes(minutes).ToUnixTimeMilliseconds();
            await session.ExecuteAsync(Deliver, id, 1L, state, at, at);
        }
    });
}
