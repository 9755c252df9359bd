using System.Text;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using Microsoft.Data.Sqlite;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>Commands of an operator, as processes of their own beside the service.</summary>
public sealed class BackOfficeTests : IAsyncLifetime
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SimulatedGitHub _github = null!;

    private BotProcess _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        _bot = new BotProcess(_github);
        await _bot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _github.DisposeAsync();
    }

    [Fact]
    public async Task A_running_service_takes_up_what_is_to_be_tried_again()
    {
        await _github.SendAsync(new SimulatedDelivery("broken", "issues", Encoding.UTF8.GetBytes("""{"action":"opened"}""")), _bot.Webhooks, "broken");
        await _bot.SettledAsync(Cancelled);

        var (code, output) = await _bot.RunAsync("deliveries", "retry", "broken");

        Assert.Equal((0, "broken is due again."), (code, Assert.Single(output)));
        await Wait.UntilAsync(async () => await _bot.CountAsync("SELECT COUNT(*) FROM deliveries WHERE state = 3 AND attempts = 2") == 1, Cancelled);
    }

    [Fact]
    public async Task Beside_a_running_service_the_database_is_copied_and_found_up_to_date()
    {
        var repository = _github.AddRepository(_github.AddInstallation("octo", _github.Time.GetUtcNow().AddDays(-1)), "octo", "hello");
        Assert.Equal(202, await _github.SendAsync(_github.Deliveries.Opened(_github.OpenIssue(repository, _github.AddUser("newcomer"))), _bot.Webhooks));
        await _bot.SettledAsync(Cancelled);
        var copy = Path.Combine(_bot.Folder.FullName, "copy.db");

        var (backedUp, migrated) = (await _bot.RunAsync("backup", copy), await _bot.RunAsync("migrate"));

        Assert.Equal((0, 0), (backedUp.ExitCode, migrated.ExitCode));
        Assert.EndsWith(" bytes, and whole.", Assert.Single(backedUp.Output), StringComparison.Ordinal);
        Assert.Equal("The tables are up to date; nothing was changed.", Assert.Single(migrated.Output));
        await using var connection = new SqliteConnection($"Data Source={copy};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(Cancelled);
        await using var said = connection.CreateCommand();
        said.CommandText = "SELECT COUNT(*) FROM outbox WHERE moment = 'welcome.first-issue' AND state = 2";
        Assert.Equal(1L, await said.ExecuteScalarAsync(Cancelled));
    }
}
