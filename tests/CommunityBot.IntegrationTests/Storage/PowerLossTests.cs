using System.Collections.Concurrent;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Storage;

/// <summary>The power is cut again and again while several senders bring deliveries, and what had not been synced is gone.</summary>
public sealed class PowerLossTests(ITestOutputHelper output)
{
    private const int Cuts = 8;

    private const int Senders = 6;

    private const int Deliveries = 320;

    /// <summary>Writes and syncs before a cut at most: as many as some twenty deliveries take that are handled meanwhile.</summary>
    private const int MostSteps = 400;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_is_there_and_what_was_said_is_said_once()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using var github = await SimulatedGitHub.StartAsync(new() { Time = time, PrivateKeyPem = TestKey.Pem });
        var repositories = Enumerable.Range(0, 10).Select(i => github.AddRepository(github.AddInstallation($"org-{i}", time.GetUtcNow().AddDays(-1)), $"org-{i}", "hello")).ToList();
        var items = Enumerable.Range(0, Deliveries).Select(i => github.OpenIssue(repositories[i % repositories.Count], github.AddUser($"newcomer-{i}"))).ToList();
        var waiting = new ConcurrentQueue<SimulatedDelivery>(items.Select(github.Deliveries.Opened));
        var acknowledged = new ConcurrentBag<string>();
        var root = Directory.CreateTempSubdirectory("communitybot-tests-");
        try
        {
            var folder = root.CreateSubdirectory("0");
            for (var cut = 1; cut <= Cuts; cut++)
            {
                var disk = new LossyDisk(folder.FullName);
                await using var bot = await StartAsync(github, time, folder, $";Vfs={LossyDisk.Vfs}");
                var isCut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                List<string> before = [];
                folder = root.CreateSubdirectory($"{cut}");
                disk.CutAfter(random.Next(1, MostSteps), random, folder.FullName, () =>
                {
                    // What is acknowledged while it is cut may be there or not.
                    before.AddRange(acknowledged);
                    isCut.SetResult();
                });
                var senders = Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAllAsync(bot)));
                await Task.WhenAny(senders, isCut.Task).WaitAsync(Cancelled);
                disk.Cut();
                await senders;

                var missing = before.Except(await FindAsync(Path.Combine(folder.FullName, "bot.db"))).ToList();
                output.WriteLine($"cut {cut}: {before.Count} acknowledged, {disk.NotSynced} writes not synced, {missing.Count} missing");
                Assert.Empty(missing);
            }

            await using var last = await StartAsync(github, time, folder);
            await SendAllAsync(last);
            await last.SettledAsync();

            // What was in hand is looked for when GitHub's reads have caught up.
            time.Advance(TimeSpan.FromMinutes(2));
            await last.SettledAsync();
            Assert.All(items, item => Assert.Equal((1, 1), (item.Comments.Count, item.Reactions.Count)));
        }
        finally
        {
            root.Delete(recursive: true);
        }

        async Task SendAllAsync(Bot bot)
        {
            while (waiting.TryDequeue(out var delivery))
            {
                if (await bot.DeliverAsync(delivery) != 202)
                {
                    waiting.Enqueue(delivery);
                    return;
                }

                acknowledged.Add(delivery.Id);
            }
        }
    }

    private static Task<Bot> StartAsync(SimulatedGitHub github, FakeTimeProvider time, DirectoryInfo folder, string more = "") => Bot.StartAsync(
        github,
        time,
        folder,
        "--ConnectionStrings:CommunityBot", $"Data Source={folder.FullName}/bot.db{more}", "--Bot:ContentPerMinute", "1000000", "--Bot:ContentPerHour", "1000000");

    /// <summary>The deliveries that are found in a file, which is whole.</summary>
    private static async Task<List<string>> FindAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync(Cancelled));
        command.CommandText = "SELECT d.delivery_id FROM deliveries d";
        var ids = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(Cancelled);
        while (await rows.ReadAsync(Cancelled))
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }
}
