using System.Net;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Tests.Storage;

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

    [Fact]
    public async Task Each_replica_writes_a_row_of_its_own_which_no_sweep_takes_while_it_lives()
    {
        var settings = new Dictionary<string, string> { ["Storage:Provider"] = "Postgres", ["ConnectionStrings:CommunityBot"] = await PostgresServer.NewDatabaseAsync() };
        await using var github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        await using var one = new BotProcess(github) { Settings = settings };
        await using var other = new BotProcess(github) { Settings = settings };

        // They have started when they say that they can write.
        await Task.WhenAll(one.StartAsync(), other.StartAsync());

        Assert.Equal(2, await one.CountAsync("SELECT COUNT(*) FROM lane_pauses WHERE queue = 'health' AND until > extract(epoch from now()) * 1000"));
    }
}
