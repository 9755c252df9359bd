using System.Collections.Concurrent;
using System.Globalization;
using CommunityBot.GitHubSimulator;
using CommunityBot.Storage;
using CommunityBot.Tests.Storage;
using Npgsql;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>
/// Three processes share a PostgreSQL database; one after the other is killed and comes back, while GitHub breaks connections before and after the effect and its reads lag behind.
/// </summary>
public sealed class ReplicaTests(ITestOutputHelper output)
{
    private const int Replicas = 3;
    private const int Repositories = 40;
    private const int Senders = 8;
    private const int DeliveriesToAKill = 100;

    /// <summary>How likely a connection breaks, before and after the effect each.</summary>
    private const double Resets = 0.03;

    /// <summary>Reached only when something hangs: what a dead process had in hand is taken over after a minute, and the longest chain of retries takes some more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <summary>Reached only when something hangs: by itself a server would notice after two hours.</summary>
    private static readonly TimeSpan PatienceWithFrozen = TimeSpan.FromSeconds(90);

    /// <summary>Enough for some kills within a minute or two; CONTRIBUTING.md says how to have more.</summary>
    private static int Deliveries =>
        int.TryParse(Environment.GetEnvironmentVariable("COMMUNITYBOT_REPLICA_DELIVERIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 800;

    [Fact]
    public async Task Nothing_is_lost_and_nothing_doubled_while_they_die_and_come_back()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var connectionString = await PostgresServer.NewDatabaseAsync();
        await using var github = await SimulatedGitHub.StartAsync();
        github.Faults.ReadLag = TimeSpan.FromSeconds(2);
        github.Faults.Add(new(FaultKind.ResetBeforeTheEffect, IsPost) { Probability = Resets });
        github.Faults.Add(new(FaultKind.ResetAfterTheEffect, IsPost) { Probability = Resets });
        var items = OpenAll(github);
        var bots = Enumerable.Range(0, Replicas).Select(_ => new BotProcess(github) { Settings = Settings(connectionString) }).ToList();
        try
        {
            // All at once, so that they meet at the empty database.
            await Task.WhenAll(bots.Select(bot => bot.StartAsync()));
            var waiting = new ConcurrentQueue<SimulatedDelivery>(items.Select(github.Deliveries.Opened));
            var acknowledged = 0;
            var senders = Enumerable.Range(0, Senders).Select(_ => SendAllAsync()).ToList();
            for (var kill = 1; kill < items.Count / DeliveriesToAKill; kill++)
            {
                await Wait.UntilAsync(() => Volatile.Read(ref acknowledged) >= kill * DeliveriesToAKill, patience.Token);
                var victim = bots[kill % Replicas];
                await victim.KillAsync();
                await victim.StartAsync();
            }

            await Task.WhenAll(senders);
            await bots[0].SettledAsync(patience.Token);
            var lost = items.Count(item => item.Comments.Count == 0 || item.Reactions.Count == 0);
            var doubled = items.Count(item => item.Comments.Count > 1 || item.Reactions.Count > 1);
            output.WriteLine($"{items.Count} deliveries, {items.Count / DeliveriesToAKill - 1} kills, {lost} lost, {doubled} doubled");

            Assert.Equal(items.Count, acknowledged);
            Assert.Equal(0, lost);
            Assert.Equal(0, doubled);
            github.AssertNoUnknownRoutes();

            async Task SendAllAsync()
            {
                while (waiting.TryDequeue(out var delivery))
                {
                    // What stands before them sends to one that listens, mostly.
                    if (await bots[Random.Shared.Next(Replicas)].TrySendAsync(delivery))
                    {
                        Interlocked.Increment(ref acknowledged);
                    }
                    else
                    {
                        waiting.Enqueue(delivery);
                        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
                    }
                }
            }
        }
        finally
        {
            foreach (var bot in bots)
            {
                await bot.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task What_one_of_them_did_or_was_told_holds_for_all()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var connectionString = await PostgresServer.NewDatabaseAsync();
        await using var github = await SimulatedGitHub.StartAsync();
        var repository = github.AddRepository(github.AddInstallation("octo", github.Time.GetUtcNow().AddDays(-1)), "octo", "hello");
        var limits = new Dictionary<string, string>(Settings(connectionString)) { ["Bot:ContentPerMinute"] = "80", ["Bot:ContentPerHour"] = "500", ["Bot:SweepInterval"] = "00:00:01" };
        var bots = Enumerable.Range(0, Replicas).Select(_ => new BotProcess(github) { Settings = limits }).ToList();
        try
        {
            // Nobody listens yet, so GitHub cannot bring it; one of them asks for it, once.
            var missed = github.OpenIssue(repository, github.AddUser("missed"));
            github.Hook.Endpoint = bots[0].Webhooks;
            github.Hook.Fail(github.Deliveries.Opened(missed));

            // It brings it to the first, which has to be there before another asks.
            await bots[0].StartAsync();
            await Task.WhenAll(bots.Skip(1).Select(bot => bot.StartAsync()));
            await Wait.UntilAsync(() => missed.Comments.Count > 0, patience.Token);
            Assert.Single(github.Requests, request => request.Path.EndsWith("/attempts", StringComparison.Ordinal));

            // Each has read the config by now, and they keep the pace together.
            var first = Enumerable.Range(0, 4 * Replicas).Select(i => github.OpenIssue(repository, github.AddUser($"newcomer-{i}"))).ToList();
            await Task.WhenAll(first.Select((issue, i) => SendAsync(i, github.Deliveries.Opened(issue))));
            await bots[0].SettledAsync(patience.Token);
            var said = first.Select(issue => Assert.Single(issue.Comments).CreatedAt).Order().ToList();
            Assert.All(said.Zip(said.Skip(1), (one, next) => next - one), gap => Assert.True(gap >= TimeSpan.FromSeconds(1), $"{gap} between two"));

            var shy = github.AddUser("shy");
            await SendAsync(0, github.Deliveries.Commented(missed, github.Comment(missed, shy, "/mute")));
            repository.Files[".github/community-bot.yml"] = "welcome: { first-issue: { message: 'Our own words for {{ author }}.' } }";
            await SendAsync(1, github.Deliveries.Pushed(repository, repository.Files.Head.Sha));
            await bots[0].SettledAsync(patience.Token);
            var later = Enumerable.Range(0, Replicas).Select(i => github.OpenIssue(repository, i == 2 ? shy : github.AddUser($"later-{i}"))).ToList();
            await Task.WhenAll(later.Select((issue, i) => SendAsync(i, github.Deliveries.Opened(issue))));
            await bots[0].SettledAsync(patience.Token);

            Assert.Equal(["Our own words for @later-0.", "Our own words for @later-1.", "Our own words for shy."], later.Select(issue => Assert.Single(issue.Comments).Body.Split('\n')[0]));
            github.AssertNoUnknownRoutes();
        }
        finally
        {
            foreach (var bot in bots)
            {
                await bot.DisposeAsync();
            }
        }

        async Task SendAsync(int replica, SimulatedDelivery delivery) => Assert.True(await bots[replica % Replicas].TrySendAsync(delivery));
    }

    /// <summary>For the server a replica that is stopped between two statements, or whose machine vanished, is in the middle of a write: it has its turn and takes no step.</summary>
    [Fact]
    public async Task One_that_freezes_during_its_turn_holds_the_others_up_for_seconds_and_loses_nothing()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(PatienceWithFrozen);
        var connectionString = await PostgresServer.NewDatabaseAsync();
        await using var github = await SimulatedGitHub.StartAsync();
        var items = OpenAll(github);
        await using var bot = new BotProcess(github) { Settings = Settings(connectionString) };
        await bot.StartAsync();
        await using var frozen = new PostgresDatabase(connectionString);
        await frozen.AttachAsync(patience.Token);
        var froze = new TaskCompletionSource();
        using var thaw = new ManualResetEventSlim();
        var turn = frozen.WriteAsync(
            _ =>
            {
                froze.TrySetResult();
                thaw.Wait(patience.Token);
                return Task.CompletedTask;
            },
            WriteOrder.InTurn);
        await froze.Task;

        foreach (var item in items.Take(20))
        {
            await Wait.UntilAsync(() => bot.TrySendAsync(github.Deliveries.Opened(item)), patience.Token);
        }

        await Wait.UntilAsync(() => items.Take(20).All(item => item.Comments.Count > 0), patience.Token);
        thaw.Set();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => turn);
        await frozen.WriteAsync(_ => Task.CompletedTask, WriteOrder.InTurn);
        await bot.SettledAsync(patience.Token);

        Assert.All(items.Take(20), item => Assert.Single(item.Comments));
    }

    private static Dictionary<string, string> Settings(string connectionString) => new()
    {
        ["Storage:Provider"] = "Postgres",
        ["ConnectionStrings:CommunityBot"] = connectionString,
        ["Logging:LogLevel:Default"] = "Error",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Error",
    };

    private static List<SimulatedItem> OpenAll(SimulatedGitHub github)
    {
        var repositories = Enumerable.Range(0, Repositories)
            .Select(i => github.AddRepository(github.AddInstallation($"org-{i}", github.Time.GetUtcNow().AddDays(-1)), $"org-{i}", "hello")).ToList();
        return
        [
            .. Enumerable.Range(0, Deliveries).Select(i => i % 2 == 0
                ? github.OpenPullRequest(repositories[i % Repositories], github.AddUser($"newcomer-{i}"))
                : github.OpenIssue(repositories[i % Repositories], github.AddUser($"newcomer-{i}"))),
        ];
    }

    private static bool IsPost(string method, string path) => method == "POST" && path.StartsWith("/repos/", StringComparison.Ordinal);
}
