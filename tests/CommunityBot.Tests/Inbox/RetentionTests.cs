using CommunityBot.Inbox;
using CommunityBot.Tests.Storage;
using CommunityBot.Work;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Inbox;

public sealed class RetentionTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Payloads_of_handled_deliveries_go_and_those_of_others_stay(Engine engine)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, time);
        foreach (var lane in Enumerable.Range(1, 4))
        {
            await inbox.AddAsync(new($"d{lane}", "issues", "opened", 1, lane), PayloadCodec.Compress("{}"u8));
        }

        var claims = await inbox.Work.ClaimAsync(3);
        await inbox.Work.FinishAsync(claims[0], WorkState.Completed, null);
        await inbox.Work.FinishAsync(claims[1], WorkState.Parked, "unreadable");
        time.Advance(TimeSpan.FromDays(1));
        await inbox.Work.FinishAsync(claims[2], WorkState.Completed, null);

        Assert.False(await inbox.DeletePayloadsAsync(time.GetUtcNow() - TimeSpan.FromHours(1)));

        var kept = await temporary.Database.ReadAsync(async session =>
        {
            var found = new List<long>();
            await using var row = await session.ReadAsync("SELECT seq FROM payloads ORDER BY seq");
            while (await row.ReadAsync())
            {
                found.Add(row.GetInt64(0));
            }

            return found;
        });
        Assert.Equal(new[] { claims[1].Seq, claims[2].Seq, 4 }.Order(), kept);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task It_goes_on_until_all_that_is_old_is_gone(Engine engine)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, time);
        await Task.WhenAll(Enumerable.Range(1, 250).Select(lane => inbox.AddAsync(new($"d{lane}", "issues", "opened", 1, lane), PayloadCodec.Compress("{}"u8))));
        foreach (var claim in await inbox.Work.ClaimAsync(250))
        {
            await inbox.Work.FinishAsync(claim, WorkState.Completed, null);
        }

        time.Advance(TimeSpan.FromDays(1));
        var rounds = 1;
        while (await inbox.DeletePayloadsAsync(time.GetUtcNow()))
        {
            rounds++;
        }

        Assert.Equal(2, rounds);
        Assert.Equal(0, await temporary.Database.ReadAsync(session => session.ScalarAsync<long>("SELECT COUNT(*) FROM payloads")));
    }
}
