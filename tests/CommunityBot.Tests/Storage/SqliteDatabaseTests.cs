using System.Text.RegularExpressions;
using CommunityBot.Storage;
using CommunityBot.Work;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CommunityBot.Tests.Storage;

public sealed partial class SqliteDatabaseTests
{
    private const string Insert = "INSERT INTO installations (id, installed_at) VALUES (@0, @1)";

    private const string Count = "SELECT COUNT(*) FROM installations";

    [Fact]
    public async Task A_commit_waits_for_the_disk()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();

        var settings = await temporary.Database.WriteAsync(async session =>
            (await session.ScalarAsync<long>("PRAGMA synchronous"), await session.ScalarAsync<string>("PRAGMA journal_mode")));

        Assert.Equal((2L, "wal"), settings);
    }

    [Fact]
    public async Task A_new_database_gets_what_the_migrations_come_to()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        await using var context = temporary.Database.CreateContext();

        // After a new migration: dotnet ef migrations script --output src/CommunityBot/Storage/Migrations/Sqlite/schema.sql
        Assert.Equal(Plain(context.GetService<IMigrator>().GenerateScript()), Plain(SqliteSchema.Read()));
        Assert.Equal(SqliteSchema.LatestMigration, context.Database.GetMigrations().Last());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_without_the_latest_migration_gets_it()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        var connectionString = $"Data Source={temporary.File}.older";
        await using (var connection = new SqliteConnection(connectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var history = connection.CreateCommand();
            history.CommandText = "CREATE TABLE __EFMigrationsHistory (MigrationId TEXT NOT NULL PRIMARY KEY, ProductVersion TEXT NOT NULL)";
            await history.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var database = new SqliteDatabase(connectionString);
        await database.OpenAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await database.ReadAsync(session => session.ScalarAsync<long>(Count)));
    }

    [Fact]
    public async Task What_is_given_up_is_counted_without_looking_at_every_delivery()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        await using var context = temporary.Database.CreateContext();
        var query = context.Deliveries.Where(delivery => delivery.State == WorkState.Parked).Select(delivery => delivery.State).ToQueryString();

        var plan = await temporary.Database.ReadAsync(async session =>
        {
            await using var rows = await session.ReadAsync($"EXPLAIN QUERY PLAN {query}");
            return await rows.ReadAsync() ? rows.GetString(rows.GetOrdinal("detail")) : "";
        });

        Assert.Contains("ix_deliveries_parked", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_plan_depends_on_a_value_or_each_new_value_would_have_the_statement_planned_anew()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();

        var plans = await temporary.Database.ReadAsync(async session => (
            await PlanAsync(session, "EXPLAIN QUERY PLAN SELECT seq FROM deliveries WHERE state = 3"),
            await PlanAsync(session, "EXPLAIN QUERY PLAN SELECT seq FROM deliveries WHERE state = @0", 3)));

        Assert.Contains("ix_deliveries_parked", plans.Item1, StringComparison.Ordinal);
        Assert.DoesNotContain("ix_deliveries_parked", plans.Item2, StringComparison.Ordinal);

        static async Task<string> PlanAsync(Session session, string explain, params object?[] values)
        {
            await using var rows = await session.ReadAsync(explain, values);
            return await rows.ReadAsync() ? rows.GetString(rows.GetOrdinal("detail")) : "";
        }
    }

    [Fact]
    public async Task Only_the_account_of_the_service_may_read_the_file_and_its_log()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();

        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in new[] { temporary.File, $"{temporary.File}-wal", $"{temporary.File}.lock" })
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    [Fact]
    public async Task A_second_process_on_the_file_is_refused_with_the_mend()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        await using var second = new SqliteDatabase(temporary.ConnectionString);

        var refused = await Assert.ThrowsAsync<StorageException>(() => second.OpenAsync(CancellationToken.None));

        Assert.Contains(temporary.File, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        var path = temporary.File + ".txt";
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("this is no database ", 100)), TestContext.Current.CancellationToken);
        await using var database = new SqliteDatabase($"Data Source={path}");

        var refused = await Assert.ThrowsAsync<StorageException>(() => database.OpenAsync(CancellationToken.None));

        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }

    // Without the version of Entity Framework, which is recorded beside each migration and says nothing about the tables.
    private static string Plain(string script) => ProductVersion().Replace(script.ReplaceLineEndings("\n").Trim(), "");

    [GeneratedRegex(@"(?<=', )'\d+\.\d+\.\d+'")]
    private static partial Regex ProductVersion();
}
