using CommunityBot.GitHubSimulator;
using CommunityBot.Inbox.Redelivery;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>The service is away, GitHub brings what it can bring to nobody, and the service comes back.</summary>
public sealed class DarkTests
{
    private const int Before = 20;

    /// <summary>Asked for at once; more are, a minute later.</summary>
    private const int Missed = RedeliverySweep.MostAsked;

    /// <summary>Reached only when something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task All_that_was_missed_is_handled_after_the_return_and_nothing_twice()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var github = await SimulatedGitHub.StartAsync();
        var repository = github.AddRepository(github.AddInstallation("octo", github.Time.GetUtcNow().AddDays(-1)), "octo", "hello");
        var items = Enumerable.Range(0, Before + Missed).Select(i => github.OpenIssue(repository, github.AddUser($"newcomer-{i}"))).ToList();
        await using var bot = new BotProcess(github)
        {
            Settings = new Dictionary<string, string> { ["Bot:SweepInterval"] = "00:00:01", ["Logging:LogLevel:Default"] = "Error", ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Error" },
        };
        await bot.StartAsync();
        foreach (var item in items.Take(Before))
        {
            Assert.Equal(202, await github.SendAsync(github.Deliveries.Opened(item), bot.Webhooks));
        }

        await bot.KillAsync();
        foreach (var item in items.Skip(Before))
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => github.SendAsync(github.Deliveries.Opened(item), bot.Webhooks));
        }

        await bot.StartAsync();
        await Wait.UntilAsync(() => items.TrueForAll(item => item.Comments.Count > 0), patience.Token);
        await github.Hook.RedeliveredAsync();
        await bot.SettledAsync(patience.Token);

        Assert.All(items, item => Assert.Single(item.Comments));
        Assert.Equal(Before + Missed, await bot.CountAsync("SELECT COUNT(*) FROM deliveries"));
        github.AssertNoUnknownRoutes();
    }
}
