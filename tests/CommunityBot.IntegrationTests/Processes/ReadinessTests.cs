using System.Net;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>Whoever balances load is told the truth: a process that can store nothing is not ready.</summary>
public sealed class ReadinessTests
{
    /// <summary>Reached only when something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_is_not_ready_while_nothing_can_be_written_and_is_alive_all_the_same()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });

        // With a limit for files comes a signal that ends a process; a full disk has none.
        await using var bot = new BotProcess(github) { Before = "trap '' XFSZ" };
        await bot.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await GetAsync("/healthz/ready"));

        Posix.LimitFiles(bot.Id, bytes: 1);
        await Wait.UntilAsync(async () => await GetAsync("/healthz/ready") == HttpStatusCode.ServiceUnavailable, patience.Token);
        Assert.Equal(HttpStatusCode.OK, await GetAsync("/healthz/live"));

        Posix.LimitFiles(bot.Id, bytes: null);
        await Wait.UntilAsync(async () => await GetAsync("/healthz/ready") == HttpStatusCode.OK, patience.Token);

        async Task<HttpStatusCode> GetAsync(string path)
        {
            using var answer = await bot.Client.GetAsync(new Uri(bot.Address, path), patience.Token);
            return answer.StatusCode;
        }
    }
}
