using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Retention;
using CommunityBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Web.Setup;

/// <summary>What was only to be looked at is not posted once there are credentials, and what waits for a service is no preview's.</summary>
public sealed class DatabaseUseTests : IAsyncLifetime
{
    private static readonly string[] Recorded = ["deliveries", "payloads", "outbox", "people", "contributions", "pull_requests", "claims", "heard_comments"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("communitybot-tests-");

    private SimulatedGitHub _github = null!;

    public async ValueTask InitializeAsync() => _github = await SimulatedGitHub.StartAsync(new SimulatorOptions { PrivateKeyPem = TestKey.Pem });

    public async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        _folder.Delete(recursive: true);
        _github.AssertNoUnknownRoutes();
    }

    [Theory]
    [InlineData("UPDATE outbox SET state = 0, due_at = 0, finished_at = NULL")]
    [InlineData("DELETE FROM outbox; UPDATE deliveries SET state = 0, due_at = 0, finished_at = NULL")]
    public async Task What_a_preview_left_undone_stays_undone(string interrupt)
    {
        var repository = _github.AddRepository(_github.AddInstallation("octo", TimeProvider.System.GetUtcNow().AddDays(-1)), "octo", "hello");
        var before = _github.OpenIssue(repository, _github.AddUser("early"));
        await using (var preview = await Bot.StartPreviewAsync(_github, folder: _folder))
        {
            Assert.Equal(202, await preview.DeliverAsync(_github.Deliveries.Opened(before)));
            await preview.SettledAsync();
        }

        // As if the process had been killed in the middle of it.
        await using (var connection = new SqliteConnection($"Data Source={_folder.FullName}/bot.db;Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = interrupt;
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        await using var live = await Bot.StartAsync(_github, folder: _folder);
        await live.SettledAsync();
        var after = _github.OpenIssue(repository, _github.AddUser("late"));
        Assert.Equal(202, await live.DeliverAsync(_github.Deliveries.Opened(after)));
        await live.SettledAsync();

        Assert.Empty(before.Comments);
        Assert.Single(after.Comments);
    }

    [Fact]
    public async Task What_a_preview_recorded_is_forgotten_and_who_was_welcomed_in_it_is_welcomed()
    {
        // Payloads of a real repository, sent to a preview.
        var repository = _github.AddRepository(_github.AddInstallation("octo", TimeProvider.System.GetUtcNow().AddDays(-1)), "octo", "hello");
        var newcomer = _github.AddUser("newcomer");
        var issue = _github.OpenIssue(repository, newcomer);
        _github.AddLabel(issue, "help wanted");
        var pullRequest = _github.OpenPullRequest(repository, newcomer);
        var claim = _github.Comment(issue, newcomer, "/claim");
        await using (var preview = await Bot.StartPreviewAsync(_github, folder: _folder))
        {
            Assert.Equal(202, await preview.DeliverAsync(_github.Deliveries.Opened(issue), "replayed"));
            Assert.Equal(202, await preview.DeliverAsync(_github.Deliveries.Opened(pullRequest)));
            Assert.Equal(202, await preview.DeliverAsync(_github.Deliveries.Commented(issue, claim)));
            await preview.SettledAsync();
            var filled = await FilledAsync(preview);
            Assert.All(Recorded, table => Assert.Contains(table, filled));
        }

        await using var live = await Bot.StartAsync(_github, folder: _folder);
        Assert.Equal(["leases"], (await FilledAsync(live)).Except(["lane_pauses"]));
        Assert.Equal(202, await live.DeliverAsync(_github.Deliveries.Opened(issue), "replayed"));
        await live.SettledAsync();

        Assert.Single(issue.Comments, comment => comment.Author.Id == _github.Bot.Id);
        Assert.Empty(pullRequest.Comments);
    }

    [Fact]
    public async Task What_waits_for_a_service_is_not_taken_by_a_preview_that_follows_when_it_has_lost_its_credentials()
    {
        var repository = _github.AddRepository(_github.AddInstallation("octo", TimeProvider.System.GetUtcNow().AddDays(-1)), "octo", "hello");
        var issue = _github.OpenIssue(repository, _github.AddUser("early"));
        _github.Faults.Add(new(FaultKind.Status, (_, path) => path.EndsWith("/comments", StringComparison.Ordinal)));
        await using (var live = await Bot.StartAsync(_github, folder: _folder))
        {
            Assert.Equal(202, await live.DeliverAsync(_github.Deliveries.Opened(issue)));
            await live.SettledAsync();
        }

        var refused = await Assert.ThrowsAsync<StorageException>(() => Bot.StartPreviewAsync(_github, folder: _folder));
        Assert.Contains("Set GitHub:AppId, GitHub:PrivateKey and GitHub:WebhookSecret, or name another database.", refused.Message, StringComparison.Ordinal);

        await using (var connection = new SqliteConnection($"Data Source={_folder.FullName}/bot.db;Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE outbox SET due_at = 0";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        _github.Faults.Clear();
        await using var again = await Bot.StartAsync(_github, folder: _folder);
        await again.SettledAsync();

        Assert.Single(issue.Comments);
    }

    /// <summary>The tables that something is in.</summary>
    private static async Task<List<string>> FilledAsync(Bot bot)
    {
        var filled = new List<string>();
        foreach (var table in Keeping.All.Select(keeping => keeping.Table))
        {
            if (await bot.Services.GetRequiredService<Database>().ReadAsync(session => session.ScalarAsync<long>($"SELECT COUNT(*) FROM {table}")) > 0)
            {
                filled.Add(table);
            }
        }

        return filled;
    }
}
