using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.RepositoryConfig;

public sealed class WaitingTests
{
    [Fact]
    public async Task What_is_to_wait_outlives_a_restart()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using var github = await SimulatedGitHub.StartAsync(new() { Time = time, PrivateKeyPem = TestKey.Pem });
        var repository = github.AddRepository(github.AddInstallation("octo", time.GetUtcNow().AddDays(-1)), "octo", "hello");
        repository.Files[".github/community-bot.yml"] = "welcome: { after: 2 hours }\n";
        var issue = github.OpenIssue(repository, github.AddUser("newcomer"));
        var folder = Directory.CreateTempSubdirectory("communitybot-tests-");
        try
        {
            await using (var bot = await Bot.StartAsync(github, time, folder))
            {
                await bot.DeliverAsync(github.Deliveries.Opened(issue));
                await bot.SettledAsync();
            }

            await using (var bot = await Bot.StartAsync(github, time, folder))
            {
                time.Advance(TimeSpan.FromMinutes(119));
                await bot.SettledAsync();
                Assert.Empty(issue.Comments);

                time.Advance(TimeSpan.FromMinutes(2));
                await bot.SettledAsync();
                Assert.Single(issue.Comments);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
