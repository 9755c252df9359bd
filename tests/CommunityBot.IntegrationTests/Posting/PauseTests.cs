using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Posting;

public sealed class PauseTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(300);

    [Fact]
    public async Task That_GitHub_says_to_wait_outlives_a_restart()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using var github = await SimulatedGitHub.StartAsync(new() { Time = time });
        var repository = github.AddRepository(github.AddInstallation("octo", time.GetUtcNow().AddDays(-1)), "octo", "hello");
        var items = Enumerable.Range(0, 3).Select(i => github.OpenIssue(repository, github.AddUser($"newcomer-{i}"))).ToList();
        var folder = Directory.CreateTempSubdirectory("communitybot-tests-");
        try
        {
            await using (var bot = await Bot.StartAsync(github, time, folder))
            {
                // Since when the bot is there, the App asks for itself, which need not wait.
                await bot.DeliverAsync(github.Deliveries.Opened(items[0]));
                await bot.SettledAsync();
                github.Faults.Add(Fault.SecondaryLimit(IsListing, retryAfter: (int)Wait.TotalSeconds));
                await bot.DeliverAsync(github.Deliveries.Opened(items[1]));
                await bot.SettledAsync();
            }

            github.Faults.Clear();
            var asked = github.Requests.Count;
            await using (var bot = await Bot.StartAsync(github, time, folder))
            {
                await bot.DeliverAsync(github.Deliveries.Opened(items[2]));
                await bot.SettledAsync();
                Assert.Equal(asked, github.Requests.Count);

                time.Advance(Wait);
                await bot.SettledAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.All(items, item => Assert.Single(item.Comments));
        Assert.Equal(0, github.Faults.RequestsWhilePaused);
    }

    private static bool IsListing(string method, string path) => method == "GET" && path.EndsWith("/issues", StringComparison.Ordinal);
}
