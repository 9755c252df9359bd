using CommunityBot.GitHubSimulator;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>
/// The real process is killed at each step of the way of a delivery, by name: before and after everything that can be seen outside of it.
/// </summary>
public sealed class CrashPointTests(ITestOutputHelper output)
{
    private const string Config = "welcome: { first-issue: { labels: [newcomer], reaction: heart } }\n";

    /// <summary>Reached only when something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Requests at which it is killed, by method and end of the path.</summary>
    private static readonly (string Name, string Method, string Path, FaultKind Kind)[] Requests =
    [
        ("asks for a token", "POST", "/access_tokens", FaultKind.ResetBeforeTheEffect),
        ("has a token", "POST", "/access_tokens", FaultKind.ResetAfterTheEffect),
        ("reads the config", "GET", "/contents/.github/community-bot.yml", FaultKind.ResetBeforeTheEffect),
        ("reads the history", "GET", "/issues", FaultKind.ResetBeforeTheEffect),
        ("knows the history", "GET", "/issues", FaultKind.ResetAfterTheEffect),
        ("asks for the permission", "GET", "/permission", FaultKind.ResetBeforeTheEffect),
        ("knows the permission", "GET", "/permission", FaultKind.ResetAfterTheEffect),
        ("is about to comment", "POST", "/comments", FaultKind.ResetBeforeTheEffect),
        ("has commented", "POST", "/comments", FaultKind.ResetAfterTheEffect),
        ("is about to react", "POST", "/reactions", FaultKind.ResetBeforeTheEffect),
        ("has reacted", "POST", "/reactions", FaultKind.ResetAfterTheEffect),
        ("is about to label", "POST", "/labels", FaultKind.ResetBeforeTheEffect),
        ("has labelled", "POST", "/labels", FaultKind.ResetAfterTheEffect),
    ];

    /// <summary>What the database says when it is killed.</summary>
    private static readonly (string Name, string Reached)[] States =
    [
        ("has acknowledged", "SELECT COUNT(*) FROM deliveries"),
        ("has handled", "SELECT COUNT(*) FROM deliveries WHERE state = 2"),
        ("has posted", "SELECT COUNT(*) FROM outbox WHERE state = 2"),
    ];

    [Fact]
    public async Task Wherever_it_is_killed_the_next_start_says_it_once()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var github = await SimulatedGitHub.StartAsync();
        github.Faults.ReadLag = TimeSpan.FromSeconds(2);
        await using var bot = new BotProcess(github)
        {
            Settings = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Error", ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Error" },
        };
        await bot.StartAsync();
        var said = new List<(string Step, SimulatedItem Item)>();
        foreach (var (name, method, path, kind) in Requests)
        {
            var killed = new TaskCompletionSource();
            var (installation, item) = Open(name);
            github.Faults.Add(new(kind, (verb, asked) => verb == method && asked.EndsWith(path, StringComparison.Ordinal) && IsOf(installation, item, asked))
            {
                Times = 1,
                Striking = async () =>
                {
                    await bot.KillAsync();
                    killed.SetResult();
                },
            });
            var opened = github.Deliveries.Opened(item);
            var isAcknowledged = await bot.TrySendAsync(opened);
            await killed.Task.WaitAsync(patience.Token);
            await bot.StartAsync();

            // It may be in hand before its acknowledgement is on the way; then GitHub brings it again.
            Assert.True(isAcknowledged || await bot.TrySendAsync(opened));
        }

        foreach (var (name, reached) in States)
        {
            var before = await bot.CountAsync(reached);
            Assert.Equal(202, await github.SendAsync(github.Deliveries.Opened(Open(name).Item), bot.Webhooks));
            await Wait.UntilAsync(async () => await bot.CountAsync(reached) > before, patience.Token);
            await bot.KillAsync();
            await bot.StartAsync();
        }

        await bot.SettledAsync(patience.Token);
        foreach (var (step, item) in said)
        {
            output.WriteLine($"killed when it {step}: {item.Comments.Count} comment, {item.Reactions.Count} reaction, labels {string.Join(' ', item.Labels)}");
        }

        Assert.All(said, each => Assert.Equal((1, 1, "newcomer"), (each.Item.Comments.Count, each.Item.Reactions.Count, string.Join(' ', each.Item.Labels))));
        github.AssertNoUnknownRoutes();

        // Each in an installation of its own, so that none waits for another.
        (Installation Installation, SimulatedItem Item) Open(string step)
        {
            var owner = $"org-{said.Count}";
            var installation = github.AddInstallation(owner, github.Time.GetUtcNow().AddDays(-1));
            var repository = github.AddRepository(installation, owner, "hello");
            repository.Files[".github/community-bot.yml"] = Config;
            var item = github.OpenIssue(repository, github.AddUser($"newcomer-{said.Count}"));
            said.Add((step, item));
            return (installation, item);
        }
    }

    private static bool IsOf(Installation installation, SimulatedItem item, string path) =>
        path.StartsWith($"/repos/{item.Repository.FullName}/", StringComparison.Ordinal) || path.Contains($"/installations/{installation.Id}/", StringComparison.Ordinal)
        || path.StartsWith($"/repositories/{item.Repository.Id}/", StringComparison.Ordinal);
}
