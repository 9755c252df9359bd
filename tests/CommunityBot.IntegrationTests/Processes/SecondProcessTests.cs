using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Processes;

public sealed class SecondProcessTests
{
    [Fact]
    public async Task A_second_process_on_the_same_data_says_in_one_line_why_it_does_not_start()
    {
        await using var github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        var repository = github.AddRepository(github.AddInstallation("octo", github.Time.GetUtcNow().AddDays(-1)), "octo", "hello");
        await using var bot = new BotProcess(github);
        await bot.StartAsync();

        var (code, output) = await bot.StartAnotherAsync();

        Assert.Equal(1, code);
        Assert.StartsWith("ConnectionStrings:CommunityBot: another process has ", Assert.Single(output), StringComparison.Ordinal);

        // The first one has lost nothing by it.
        var issue = github.OpenIssue(repository, github.AddUser("newcomer"));
        Assert.Equal(202, await github.SendAsync(github.Deliveries.Opened(issue), bot.Webhooks));
        await bot.SettledAsync(TestContext.Current.CancellationToken);
        Assert.Single(issue.Comments);
    }
}
