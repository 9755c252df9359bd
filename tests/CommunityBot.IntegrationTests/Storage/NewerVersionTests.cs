using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Storage;
using CommunityBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Storage;

/// <summary>A newer version has changed the tables, in the way that migrations may: by what this version does not know and need not know.</summary>
public sealed class NewerVersionTests
{
    /// <summary>A migration of a newer version: columns, a table and an index more.</summary>
    private const string Later =
        """
        ALTER TABLE deliveries ADD COLUMN later_note TEXT NULL;
        ALTER TABLE payloads ADD COLUMN later_kind INTEGER NOT NULL DEFAULT 7;
        ALTER TABLE outbox ADD COLUMN later_kind INTEGER NOT NULL DEFAULT 7;
        ALTER TABLE pull_requests ADD COLUMN later_kind INTEGER NOT NULL DEFAULT 7;
        CREATE TABLE later (id INTEGER NOT NULL PRIMARY KEY);
        CREATE INDEX ix_deliveries_later ON deliveries (later_note);
        INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99.0.0');
        """;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task This_one_starts_on_them_and_does_its_work(bool onPostgres)
    {
        var folder = Directory.CreateTempSubdirectory("communitybot-tests-");
        string[] settings = onPostgres ? Postgres(await PostgresServer.NewDatabaseAsync()) : [];
        await using var github = await SimulatedGitHub.StartAsync(new() { Time = _time, PrivateKeyPem = TestKey.Pem });
        try
        {
            await using (var before = await Bot.StartAsync(github, _time, folder, settings))
            {
                await before.Services.GetRequiredService<Database>().WriteAsync(session => session.RunScriptAsync(Later));
            }

            await using var bot = await Bot.StartAsync(github, _time, folder, settings);
            Assert.Equal("Healthy", await bot.Client.GetStringAsync(new Uri("/healthz/ready", UriKind.Relative), Cancelled));
            await AssertWorksAsync(github, bot, bot);
            Assert.Empty(await bot.Services.GetRequiredService<Database>().MigrateAsync(Cancelled));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task This_one_works_on_while_a_newer_one_changes_them_and_runs_beside_it()
    {
        var settings = Postgres(await PostgresServer.NewDatabaseAsync());
        await using var github = await SimulatedGitHub.StartAsync(new() { Time = _time, PrivateKeyPem = TestKey.Pem });
        await using var bot = await Bot.StartAsync(github, _time, settings: settings);
        var repository = Install(github, "before");
        var items = Enumerable.Range(0, 40).Select(i => github.OpenIssue(repository, github.AddUser($"newcomer-{i}"))).ToList();

        // It has its statements prepared, and work in hand.
        var delivered = items.Select(item => bot.DeliverAsync(github.Deliveries.Opened(item))).ToList();
        await delivered[0];
        await using (var newer = new PostgresDatabase(settings[^1]))
        {
            await newer.OpenAsync(Cancelled);
            await newer.WriteAsync(session => session.RunScriptAsync(Later));
        }

        await using var beside = await Bot.StartAsync(github, _time, settings: settings);
        Assert.All(await Task.WhenAll(delivered), status => Assert.Equal(202, status));
        await bot.SettledAsync();

        Assert.All(items, item => Assert.Equal((1, 1), (item.Comments.Count, item.Reactions.Count)));
        await AssertWorksAsync(github, bot, beside);
    }

    /// <summary>Deliveries are handled, what falls due is swept, and an operator sees the rest, whichever of two takes it.</summary>
    private async Task AssertWorksAsync(SimulatedGitHub github, Bot bot, Bot beside)
    {
        var repository = Install(github, "after");
        var pulls = new[] { bot, beside }.Select((each, at) => (Bot: each, Pull: github.OpenPullRequest(repository, github.AddUser($"later-{at}")))).ToList();
        foreach (var (taker, pull) in pulls)
        {
            Assert.Equal(202, await taker.DeliverAsync(github.Deliveries.Opened(pull)));
            await taker.SettledAsync();
        }

        for (var day = 0; day < 10; day++)
        {
            _time.Advance(TimeSpan.FromDays(1));
            await bot.SweepAsync();
        }

        Assert.All(pulls, each => Assert.Equal(
            (1, 1), (each.Pull.Comments.Count(Of("welcome.first-pull-request")), each.Pull.Comments.Count(Of("nudges.first-response")))));
        Assert.Empty(bot.Log.Lines.Where(line => line.Exception is not null).Select(line => line.Exception!.Message));

        static Func<SimulatedComment, bool> Of(string moment) => comment => comment.Body.Contains($"moment={moment} ", StringComparison.Ordinal);
    }

    private SimulatedRepository Install(SimulatedGitHub github, string owner) => github.AddRepository(github.AddInstallation(owner, _time.GetUtcNow().AddDays(-30)), owner, "hello");

    private static string[] Postgres(string connectionString) =>
        ["--Bot:ContentPerMinute", "1000000", "--Bot:ContentPerHour", "1000000", "--Storage:Provider", "Postgres", "--ConnectionStrings:CommunityBot", connectionString];
}
