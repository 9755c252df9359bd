using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>The real process is told to stop while it has work in hand, and GitHub is slow.</summary>
public sealed class StopTests(ITestOutputHelper output)
{
    private const int Installations = 4;

    private const int ItemsOfEach = 3;

    /// <summary>What the contract promises; whatever runs services kills them soon after.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(25);

    /// <summary>By how much GitHub's listings lag, so that what was posted last is not there yet at the next start.</summary>
    private static readonly TimeSpan ReadLag = TimeSpan.FromSeconds(9);

    /// <summary>Reached only when something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>A GitHub that is slow at a method: so that what is in hand can be finished, and so that it cannot.</summary>
    [Theory]
    [InlineData("outbox", "POST", 2)]
    [InlineData("outbox", "POST", 14)]
    [InlineData("deliveries", "GET", 14)]
    public async Task Work_in_hand_is_finished_or_given_back_in_time_and_the_next_start_does_the_rest(string table, string method, int seconds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var github = await SimulatedGitHub.StartAsync();
        github.Faults.ReadLag = ReadLag;
        github.Faults.Add(new(FaultKind.SlowBeforeTheEffect, (verb, path) => verb == method && path.StartsWith("/repos/", StringComparison.Ordinal)) { Delay = TimeSpan.FromSeconds(seconds) });
        await using var bot = new BotProcess(github);
        await bot.StartAsync();
        var items = Open(github);
        foreach (var item in items)
        {
            Assert.Equal(202, await github.SendAsync(github.Deliveries.Opened(item), bot.Webhooks));
        }

        await Wait.UntilAsync(async () => await bot.CountAsync($"SELECT COUNT(*) FROM {table} WHERE state = 1") == Installations, patience.Token);
        var stopping = Stopwatch.StartNew();
        var code = await bot.TerminateAsync();
        stopping.Stop();
        var left = await bot.CountUnfinishedAsync();
        output.WriteLine($"ended after {stopping.Elapsed.TotalSeconds:F1} s; {items.Count(item => item.Comments.Count > 0)} of {items.Count} said, {left} left");

        Assert.Equal(0, code);
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, Promised);
        Assert.Equal(0, await bot.CountAsync("SELECT (SELECT COUNT(*) FROM deliveries WHERE state = 1) + (SELECT COUNT(*) FROM outbox WHERE state = 1)"));
        Assert.NotEqual(0, left);

        github.Faults.Clear();
        await bot.StartAsync();
        await bot.SettledAsync(patience.Token);

        Assert.All(items, item => Assert.Equal((1, 1), (item.Comments.Count, item.Reactions.Count)));
        github.AssertNoUnknownRoutes();
    }

    [Fact]
    public async Task An_upload_that_does_not_end_is_cut_in_time_and_without_a_fault()
    {
        await using var github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        await using var bot = new BotProcess(github);
        await bot.StartAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, bot.Webhooks.Port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {bot.Webhooks.AbsolutePath} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Hub-Signature-256: sha256={new string('0', 64)}\r\n"
                + "Content-Length: 100000\r\nExpect: 100-continue\r\n\r\n"),
            TestContext.Current.CancellationToken);
        Assert.NotEqual(0, await connection.GetStream().ReadAsync(new byte[100], TestContext.Current.CancellationToken));

        // Fast enough not to be cut for being slow.
        using var ended = new CancellationTokenSource();
        var sending = SendSlowlyAsync(connection.GetStream(), ended.Token);
        var stopping = Stopwatch.StartNew();
        var code = await bot.TerminateAsync();
        stopping.Stop();
        await ended.CancelAsync();
        await sending;
        output.WriteLine($"ended after {stopping.Elapsed.TotalSeconds:F1} s");

        Assert.Equal(0, code);
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, Promised);
        Assert.DoesNotContain(bot.Output, line => line.Contains("exception", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task While_it_waits_for_a_database_server_that_says_nothing_it_ends_when_told()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        await using var bot = new BotProcess(github)
        {
            Settings = new Dictionary<string, string>
            {
                ["Storage:Provider"] = "Postgres",
                ["ConnectionStrings:CommunityBot"] = $"Host=127.0.0.1;Port={((IPEndPoint)listener.LocalEndpoint).Port};Database=bot;Timeout=0",
            },
        };
        var starting = bot.StartAsync();
        using var asked = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await asked.GetStream().ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken);

        Assert.Equal(0, await bot.TerminateAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => starting);
        Assert.DoesNotContain(bot.Output, line => line.Contains("exception", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task SendSlowlyAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            while (await pause.WaitForNextTickAsync(cancellationToken))
            {
                await stream.WriteAsync(new byte[500], cancellationToken);
            }
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException)
        {
        }
    }

    private static List<SimulatedItem> Open(SimulatedGitHub github) => [.. Enumerable.Range(0, Installations).SelectMany(i =>
    {
        var repository = github.AddRepository(github.AddInstallation($"org-{i}", github.Time.GetUtcNow().AddDays(-1)), $"org-{i}", "hello");
        return Enumerable.Range(0, ItemsOfEach).Select(j => github.OpenIssue(repository, github.AddUser($"newcomer-{i}-{j}"))).ToList();
    })];
}
