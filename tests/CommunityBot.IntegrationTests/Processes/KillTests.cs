using System.Collections.Concurrent;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>
/// The real process is killed at random moments, while GitHub breaks connections before and after the effect and its reads lag behind. GitHub sends again
/// what was not acknowledged.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Deliveries = 2_000;
    private const int Kills = 20;
    private const int Repositories = 40;
    private const int Senders = 8;

    /// <summary>How likely a connection breaks, before and after the effect each.</summary>
    private const double Resets = 0.03;

    /// <summary>Reached only when something hangs: after the last kill the longest chain of retries takes some minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task Nothing_is_lost_and_nothing_doubled_whenever_it_is_killed()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var github = await SimulatedGitHub.StartAsync();
        github.Faults.ReadLag = TimeSpan.FromSeconds(2);
        github.Faults.Add(new(FaultKind.ResetBeforeTheEffect, IsPost) { Probability = Resets });
        github.Faults.Add(new(FaultKind.ResetAfterTheEffect, IsPost) { Probability = Resets });
        var items = OpenAll(github);
        await using var bot = new BotProcess(github)
        {
            Settings = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Error", ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Error" },
        };
        await bot.StartAsync();

        var waiting = new ConcurrentQueue<SimulatedDelivery>(items.Select(github.Deliveries.Opened));
        var acknowledged = 0;
        var senders = Enumerable.Range(0, Senders).Select(_ => SendAllAsync()).ToList();
        var random = new Random(7);
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Spread over the deliveries, and each at some moment of what the process is at just then.
            await Wait.UntilAsync(() => Volatile.Read(ref acknowledged) >= kill * Deliveries / (Kills + 1), patience.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 40)), TimeProvider.System, patience.Token);
            await bot.KillAsync();
            await bot.StartAsync();
        }

        await Task.WhenAll(senders);

        // Not only until each has its comment: a second one would come later.
        await bot.SettledAsync(patience.Token);
        var lost = items.Count(item => item.Comments.Count == 0 || item.Reactions.Count == 0);
        var doubled = items.Count(item => item.Comments.Count > 1 || item.Reactions.Count > 1);
        output.WriteLine($"{Deliveries} deliveries, {Kills} kills, {lost} lost, {doubled} doubled");

        Assert.Equal(Deliveries, acknowledged);
        Assert.Equal(0, lost);
        Assert.Equal(0, doubled);
        github.AssertNoUnknownRoutes();

        async Task SendAllAsync()
        {
            while (waiting.TryDequeue(out var delivery))
            {
                if (await bot.TrySendAsync(delivery))
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

    private static List<SimulatedItem> OpenAll(SimulatedGitHub github)
    {
        var repositories = Enumerable.Range(0, Repositories).Select(i =>
        {
            var installation = github.AddInstallation($"org-{i}", github.Time.GetUtcNow().AddDays(-1));
            var repository = github.AddRepository(installation, $"org-{i}", "hello");

            // As with issues and pull requests, so that there is a step after the comment.
            repository.Files[".github/community-bot.yml"] = "welcome: { first-discussion: { reaction: heart } }\n";
            return repository;
        }).ToList();
        return [.. Enumerable.Range(0, Deliveries).Select(i => Open(i % 3, repositories[i % Repositories], github.AddUser($"newcomer-{i}")))];

        SimulatedItem Open(int kind, SimulatedRepository repository, SimulatedUser author) => kind switch
        {
            0 => github.OpenPullRequest(repository, author),
            1 => github.OpenIssue(repository, author),
            _ => github.OpenDiscussion(repository, author),
        };
    }

    private static bool IsPost(string method, string path) => method == "POST"
        && (path.StartsWith("/repos/", StringComparison.Ordinal) || path is "/graphql/AddDiscussionComment" or "/graphql/AddReaction");
}
