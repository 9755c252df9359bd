using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Posting;

public sealed class PaceTests
{
    private const int PerMinute = 3;

    [Fact]
    public async Task No_more_is_said_in_a_minute_than_the_operator_allows_also_after_a_restart()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using var github = await SimulatedGitHub.StartAsync(new() { Time = time });
        var installation = github.AddInstallation("octo", time.GetUtcNow().AddDays(-1));
        var repository = github.AddRepository(installation, "octo", "hello");
        var folder = Directory.CreateTempSubdirectory("communitybot-tests-");
        var items = Enumerable.Range(0, 10).Select(i => github.OpenIssue(repository, github.AddUser($"newcomer-{i}"))).ToList();
        try
        {
            await using (var bot = await Bot.StartAsync(github, time, folder, "--Bot:ContentPerMinute", $"{PerMinute}"))
            {
                foreach (var item in items)
                {
                    await bot.DeliverAsync(github.Deliveries.Opened(item));
                }

                await bot.SettledAsync();
                Assert.Equal(PerMinute, items.Sum(item => item.Comments.Count));
            }

            await using (var bot = await Bot.StartAsync(github, time, folder, "--Bot:ContentPerMinute", $"{PerMinute}"))
            {
                for (var i = 0; i < 50; i++)
                {
                    await bot.SettledAsync();
                    time.Advance(TimeSpan.FromSeconds(5));
                }

                await bot.SettledAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        var said = items.SelectMany(item => item.Comments).Select(comment => comment.CreatedAt).Order().ToList();
        Assert.Equal(10, said.Count);
        Assert.All(said, at => Assert.InRange(said.Count(other => other >= at && other < at.AddMinutes(1)), 1, PerMinute));
    }
}
