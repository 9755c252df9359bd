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

    private const int PerMinute = 900;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(Engine.Sqlite, 1)]
    [InlineData(Engine.Postgres, 3)]
    public async Task No_minute_has_more_points_than_GitHub_grants_however_many_replicas_ask(Engine engine, int replicas)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var databases = new List<Database> { temporary.Database };
        while (databases.Count < replicas)
        {
            databases.Add(await temporary.OpenAgainAsync());
        }

        var budgets = databases.ConvertAll(database => Budget(database));
        var used = new List<DateTimeOffset>();
        for (var second = 0; second < 150; second++)
        {
            foreach (var budget in budgets)
            {
                while (await TryPayAsync(budget, RequestBudget.Writing))
                {
                    used.Add(_time.GetUtcNow());
                }
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.All(used.Distinct(), from => Assert.InRange(RequestBudget.Writing * used.Count(at => at >= from && at < from.AddMinutes(1)), 1, PerMinute));

        // And it is not idle either: 720 points a minute, for two and a half.
        Assert.InRange(RequestBudget.Writing * used.Count, 1_750, 2_000);
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
        while (await TryPayAsync(budget, RequestBudget.Writing))
        {
        }

        var wait = await Assert.ThrowsAsync<GitHubPausedException>(() => budget.PayAsync(Installation, RequestBudget.Writing));
        Assert.False(wait.IsReserve);
        Assert.Equal(_time.GetUtcNow().AddSeconds(5), wait.Until);
        await budget.PayAsync(Installation + 1, RequestBudget.Writing);

        _time.Advance(TimeSpan.FromSeconds(5));
        await budget.PayAsync(Installation, 12 * RequestBudget.Writing);
    }

    [Fact]
    public async Task An_Enterprise_Server_has_limits_of_its_own()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Sqlite);
        var budget = Budget(temporary.Database, perMinute: BotOptions.DocumentedPerMinute + 1);

        await budget.PayAsync(Installation, 100 * PerMinute);
    }

    private RequestBudget Budget(Database database, int perMinute = BotOptions.DocumentedPerMinute) => new(
        new InstallationPauses(database, _time, NullLogger<InstallationPauses>.Instance), database, _time, Options.Create(new BotOptions { ContentPerMinute = perMinute }));

    private static async Task<bool> TryPayAsync(RequestBudget budget, int points)
    {
        try
        {
            await budget.PayAsync(Installation, points);
            return true;
        }
        catch (GitHubPausedException)
        {
            return false;
        }
    }
}
