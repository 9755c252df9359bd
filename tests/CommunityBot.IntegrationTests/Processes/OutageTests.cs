using System.Net;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Tests.Storage;
using Npgsql;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>The database is gone for a while, and comes back.</summary>
public sealed class OutageTests
{
    private const int Deliveries = 60;

    /// <summary>Reached only when something hangs: what was in hand is taken over after a minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task What_comes_meanwhile_is_refused_in_time_and_nothing_is_lost()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var connectionString = await PostgresServer.NewDatabaseAsync();
        await using var github = await SimulatedGitHub.StartAsync();
        var repository = github.AddRepository(github.AddInstallation("octo", github.Time.GetUtcNow().AddDays(-1)), "octo", "hello");
        var items = Enumerable.Range(0, Deliveries).Select(i => github.OpenIssue(repository, github.AddUser($"newcomer-{i}"))).ToList();
        await using var bot = new BotProcess(github)
        {
            Settings = new Dictionary<string, string>
            {
                ["Storage:Provider"] = "Postgres",
                ["ConnectionStrings:CommunityBot"] = connectionString,
                ["Logging:LogLevel:Default"] = "None",
            },
        };
        await bot.StartAsync();

        // In the middle of the work.
        foreach (var item in items.Take(Deliveries / 2))
        {
            Assert.Equal(202, await github.SendAsync(github.Deliveries.Opened(item), bot.Webhooks));
        }

        await AllowAsync(connectionString, allow: false);
        foreach (var item in items.Skip(Deliveries / 2).Take(3))
        {
            var delivery = github.Deliveries.Opened(item);
            using var request = SignedRequest.Make(delivery, bot.Webhooks, SignedRequest.Sign(delivery, github.WebhookSecret));
            using var answer = await bot.Client.SendAsync(request, patience.Token);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        await Wait.UntilAsync(async () => await ReadinessAsync(bot) == 503, patience.Token);
        Assert.True(bot.IsRunning);

        await AllowAsync(connectionString, allow: true);
        foreach (var item in items.Skip(Deliveries / 2))
        {
            await Wait.UntilAsync(() => bot.TrySendAsync(github.Deliveries.Opened(item)), patience.Token);
        }

        await Wait.UntilAsync(() => items.TrueForAll(item => item.Comments.Count > 0), patience.Token);
        await bot.SettledAsync(patience.Token);
        Assert.All(items, item => Assert.Single(item.Comments));
    }

    private static async Task<int> ReadinessAsync(BotProcess bot)
    {
        using var answer = await bot.Client.GetAsync(new Uri(bot.Address, "/healthz/ready"), TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    /// <summary>Lets nobody to the database, and throws out who is there.</summary>
    private static async Task AllowAsync(string connectionString, bool allow)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        var name = database.Database;
        database.Database = "postgres";
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(allow
            ? $"ALTER DATABASE {name} ALLOW_CONNECTIONS true"
            : $"ALTER DATABASE {name} ALLOW_CONNECTIONS false; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        await command.ExecuteNonQueryAsync();
    }
}
