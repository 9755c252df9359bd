using System.Data.Common;
using CommunityBot.Storage;

namespace CommunityBot.Tests.Storage;

/// <summary>What every database does alike.</summary>
public sealed class DatabaseTests
{
    private const string Insert = "INSERT INTO installations (id, installed_at) VALUES (@0, @1)";

    private const string Count = "SELECT COUNT(*) FROM installations";

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_was_written_is_there_when_it_is_opened_again(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        await temporary.Database.WriteAsync(session => session.ExecuteAsync(Insert, 1L, 2L));

        await temporary.ReopenAsync();

        Assert.Equal(1, await temporary.Database.ReadAsync(session => session.ScalarAsync<long>(Count)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_is_posted_is_done_in_its_order_and_its_rows_are_known_when_it_is_committed(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);

        var (first, again, seen, all, last) = await temporary.Database.WriteAsync(async session =>
        {
            var first = await session.PostAsync(Insert, 1L, null);
            var again = await session.PostAsync($"{Insert} ON CONFLICT (id) DO NOTHING", 1L, 2L);
            var seen = await session.ScalarAsync<long>(Count);
            await session.PostAsync(Insert, 2L, null);
            var all = await session.ExecuteAsync("UPDATE installations SET installed_at = 3");
            return (first, again, seen, all, await session.PostAsync("DELETE FROM installations WHERE installed_at = 3"));
        });

        Assert.Equal((1, 0, 1, 2, 2), (first.Rows, again.Rows, seen, all, last.Rows));
        Assert.Equal(0, await temporary.Database.ReadAsync(session => session.ScalarAsync<long>(Count)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_is_posted_and_fails_is_told_whoever_posted_it_and_nobody_else(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var database = temporary.Database;

        // Of ten one asks for a number that the one before it has, one gives up after it has posted, and one does both.
        var writes = Enumerable.Range(0, 200).Select(i => database.WriteAsync(async session =>
        {
            await session.PostAsync(Insert, (long)(i % 10 is 5 or 7 ? i - 1 : i), null);
            if (i % 10 is 0 or 7)
            {
                throw new InvalidOperationException("on purpose");
            }
        })).ToList();
        var faults = new List<Exception?>();
        foreach (var write in writes)
        {
            faults.Add(await Record.ExceptionAsync(() => write));
        }

        Assert.All(faults, (fault, i) => Assert.True(
            (i % 10) switch { 5 => fault is DbException, 0 => fault is InvalidOperationException, 7 => fault is not null, _ => fault is null }, $"{i}: {fault}"));
        Assert.Equal(140, await database.ReadAsync(session => session.ScalarAsync<long>(Count)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_write_that_fails_takes_nothing_with_it_and_leaves_no_trace(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var database = temporary.Database;

        var writes = Enumerable.Range(0, 200).Select(i => database.WriteAsync(async session =>
        {
            await session.ExecuteAsync(Insert, (long)i, null);
            if (i % 10 == 0)
            {
                throw new InvalidOperationException("on purpose");
            }
        })).ToList();
        var failed = 0;
        foreach (var write in writes)
        {
            try
            {
                await write;
            }
            catch (InvalidOperationException)
            {
                failed++;
            }
        }

        Assert.Equal(20, failed);
        Assert.Equal(180, await database.ReadAsync(session => session.ScalarAsync<long>(Count)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Many_writes_share_commits(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var database = temporary.Database;
        using var gate = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        var first = database.WriteAsync(session =>
        {
            started.TrySetResult();
            gate.Wait(TestContext.Current.CancellationToken);
            return Task.CompletedTask;
        });

        await started.Task;

        // While the first holds the writer, the others gather.
        var together = Enumerable.Range(0, 50).Select(i => database.WriteAsync(async session =>
        {
            await session.ExecuteAsync(Insert, (long)i, null);
            return await session.ScalarAsync<long>(Count);
        })).ToList();
        var before = database.Commits;
        gate.Set();
        await first;
        await Task.WhenAll(together);

        Assert.Equal(2, database.Commits - before);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_closed_database_refuses_writes(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var database = temporary.Database;
        await database.DisposeAsync();

        await Assert.ThrowsAsync<StorageException>(() => database.WriteAsync(session => session.ExecuteAsync(Insert, 1L, null)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_read_sees_nothing_that_is_not_committed(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var database = temporary.Database;

        await Assert.ThrowsAnyAsync<DbException>(() => database.WriteAsync(async session =>
        {
            await session.ExecuteAsync(Insert, 1L, null);
            Assert.Equal(0, await database.ReadAsync(reader => reader.ScalarAsync<long>(Count)));
            await session.ExecuteAsync(Insert, 1L, null);
        }));

        Assert.Equal(0, await database.ReadAsync(session => session.ScalarAsync<long>(Count)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Beside_the_service_another_process_reads_and_writes_what_it_has_open(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        await temporary.Database.WriteAsync(session => session.ExecuteAsync(Insert, 1L, null));
        await using var beside = temporary.Create();

        await beside.AttachAsync(CancellationToken.None);
        await beside.WriteAsync(session => session.ExecuteAsync(Insert, 2L, null));

        Assert.Equal(2, await temporary.Database.ReadAsync(session => session.ScalarAsync<long>(Count)));
        Assert.Empty(await beside.MigrateAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Tables_of_another_version_are_left_alone_until_they_are_brought_up_to_date(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var tables = engine == Engine.Sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'" : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
        await temporary.Database.WriteAsync(async session =>
        {
            var names = new List<string>();
            await using (var rows = await session.ReadAsync(tables))
            {
                while (await rows.ReadAsync())
                {
                    names.Add(rows.GetString(0));
                }
            }

            await session.RunScriptAsync(string.Join(';', names.Select(name => name == "__EFMigrationsHistory" ? $"DELETE FROM \"{name}\"" : $"DROP TABLE \"{name}\"")));
        });
        await temporary.Database.DisposeAsync();

        await using (var beside = temporary.Create())
        {
            var refused = await Assert.ThrowsAsync<StorageException>(() => beside.AttachAsync(CancellationToken.None));
            Assert.EndsWith("Run communitybot migrate first.", refused.Message, StringComparison.Ordinal);
        }

        await using var migrating = temporary.Create();
        Assert.EndsWith("_Initial", Assert.Single(await migrating.MigrateAsync(CancellationToken.None)), StringComparison.Ordinal);
        await migrating.AttachAsync(CancellationToken.None);
        Assert.Equal(0, await migrating.ReadAsync(session => session.ScalarAsync<long>(Count)));
    }
}
