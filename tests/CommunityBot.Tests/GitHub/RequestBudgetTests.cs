using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Storage;
using CommunityBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.GitHub;

public sealed class RequestBudgetTests
{
    private const long Installation = 7;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(Engine.Sqlite, 1)]
    [InlineData(Engine.Postgres, 3)]
    public async Task No_minute_has_more_points_than_are_granted_however_many_replicas_ask(Engine engine, int replicas)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var databases = new List<Database> { temporary.Database };
        while (databases.Count < replicas)
        {
            databases.Add(await temporary.OpenAgainAsync());
        }

        var budgets = databases.ConvertAll(Budget);
        var used = new List<DateTimeOffset>();
        for (var second = 0; second < 150; second++)
        {
            foreach (var budget in budgets)
            {
                while (await TryPayAsync(budget, RequestUrgency.Awaited))
                {
                    used.Add(_time.GetUtcNow());
                }
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        // 600 in a minute and 100 after a rest; GitHub's limit is 900.
        Assert.All(used.Distinct(), from => Assert.InRange(RequestBudget.Writing * used.Count(at => at >= from && at < from.AddMinutes(1)), 1, 700));

        // And it is not idle either.
        Assert.InRange(RequestBudget.Writing * used.Count, 1_500, 1_600);
        foreach (var opened in databases.Skip(1))
        {
            await opened.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_that_has_used_up_its_points_waits_alone_and_for_seconds()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Sqlite);
        var budget = Budget(temporary.Database);
        while (await TryPayAsync(budget, RequestUrgency.Awaited))
        {
        }

        RequestBudget.Begin(RequestUrgency.Awaited);
        var wait = await Assert.ThrowsAsync<GitHubPausedException>(() => budget.PayAsync(Installation, RequestBudget.Writing));
        Assert.False(wait.IsReserve);
        Assert.Equal(_time.GetUtcNow().AddSeconds(5), wait.Until);
        await budget.PayAsync(Installation + 1, RequestBudget.Writing);

        _time.Advance(TimeSpan.FromSeconds(5));
        await budget.PayAsync(Installation, 10 * RequestBudget.Writing);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_mutes_nobody()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Sqlite);
        var budget = Budget(temporary.Database);
        while (await TryPayAsync(budget, RequestUrgency.Awaited))
        {
        }

        _time.AdjustTime(_time.GetUtcNow().AddHours(-1));
        Assert.True(await TryPayAsync(budget, RequestUrgency.Awaited));
    }

    [Fact]
    public async Task What_is_less_urgent_leaves_some_to_what_is_more_and_waits_alone()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Sqlite);
        var budget = Budget(temporary.Database);
        foreach (var (urgency, points) in new[] { (RequestUrgency.Unasked, 60), (RequestUrgency.Written, 20), (RequestUrgency.Awaited, 20) })
        {
            var paid = 0;
            while (await TryPayAsync(budget, urgency))
            {
                paid += RequestBudget.Writing;
            }

            Assert.Equal(points, paid);
            RequestBudget.Begin(urgency);
            var wait = await Assert.ThrowsAsync<GitHubPausedException>(() => budget.PayAsync(Installation, RequestBudget.Writing));
            Assert.Equal(urgency != RequestUrgency.Awaited, wait.IsReserve);
        }
    }

    [Fact]
    public async Task What_has_begun_is_let_through_and_is_missing_afterwards()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Sqlite);
        var budget = Budget(temporary.Database);
        RequestBudget.Begin(RequestUrgency.Unasked);
        for (var request = 0; request < 40; request++)
        {
            await budget.PayAsync(Installation, RequestBudget.Writing);
        }

        Assert.False(await TryPayAsync(budget, RequestUrgency.Unasked));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(await TryPayAsync(budget, RequestUrgency.Unasked));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(await TryPayAsync(budget, RequestUrgency.Unasked));
    }

    [Fact]
    public async Task An_Enterprise_Server_has_limits_of_its_own()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Sqlite);
        var budget = Budget(temporary.Database, BotOptions.DocumentedPerMinute + 1);

        await budget.PayAsync(Installation, 90_000);
    }

    private RequestBudget Budget(Database database) => Budget(database, BotOptions.DocumentedPerMinute);

    private RequestBudget Budget(Database database, int perMinute) => new(
        new InstallationPauses(database, _time, NullLogger<InstallationPauses>.Instance), database, _time, Options.Create(new BotOptions { ContentPerMinute = perMinute }));

    // Something that begins anew each time.
    private static async Task<bool> TryPayAsync(RequestBudget budget, RequestUrgency urgency)
    {
        RequestBudget.Begin(urgency);
        try
        {
            await budget.PayAsync(Installation, RequestBudget.Writing);
            return true;
        }
        catch (GitHubPausedException)
        {
            return false;
        }
    }
}
