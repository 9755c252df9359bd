using System.Net;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>The real process cannot write any more, as on a full disk, and can again later.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    /// <summary>What is left of the disk when it begins.</summary>
    private const long Left = 512 * 1024;

    /// <summary>Enough deliveries to fill it, by far.</summary>
    private const int Most = 2_000;

    /// <summary>Deliveries that come while it is full.</summary>
    private const int Refused = 20;

    /// <summary>Reached only when something hangs; what could not be recorded waits for the end of its lease.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task On_a_full_disk_nothing_is_acknowledged_and_what_was_acknowledged_is_handled_later()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        var repository = github.AddRepository(github.AddInstallation("octo", github.Time.GetUtcNow().AddDays(-1)), "octo", "hello");

        // With a limit for files comes a signal that ends a process; a full disk has none.
        await using var bot = new BotProcess(github) { Before = "trap '' XFSZ" };
        await bot.StartAsync();
        var largest = bot.Folder.GetFiles().Max(file => file.Length);
        Posix.LimitFiles(bot.Id, largest + Left);

        var items = new List<SimulatedItem>();
        var refused = new List<SimulatedDelivery>();
        while (refused.Count < Refused && items.Count < Most)
        {
            items.Add(github.OpenIssue(repository, github.AddUser($"newcomer-{items.Count}")));
            var delivery = github.Deliveries.Opened(items[^1]);
            if (!await IsAcknowledgedAsync(github, bot, delivery, patience.Token))
            {
                refused.Add(delivery);
            }
        }

        output.WriteLine($"{items.Count - refused.Count} acknowledged, {refused.Count} refused");
        Assert.Equal(Refused, refused.Count);
        Assert.True(bot.IsRunning);

        Posix.LimitFiles(bot.Id, bytes: null);
        foreach (var delivery in refused)
        {
            Assert.True(await IsAcknowledgedAsync(github, bot, delivery, patience.Token));
        }

        Assert.Equal(items.Count, await bot.CountAsync("SELECT COUNT(*) FROM deliveries"));
        await bot.SettledAsync(patience.Token);
        Assert.All(items, item => Assert.Equal((1, 1), (item.Comments.Count, item.Reactions.Count)));
        github.AssertNoUnknownRoutes();
    }

    private static async Task<bool> IsAcknowledgedAsync(SimulatedGitHub github, BotProcess bot, SimulatedDelivery delivery, CancellationToken cancellationToken)
    {
        using var request = SignedRequest.Make(delivery, bot.Webhooks, SignedRequest.Sign(delivery, github.WebhookSecret));
        using var answer = await bot.Client.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.NotNull(answer.Headers.RetryAfter);
            return false;
        }

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return true;
    }
}
