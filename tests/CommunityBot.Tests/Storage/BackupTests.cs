using CommunityBot.Storage;
using Microsoft.Data.Sqlite;

namespace CommunityBot.Tests.Storage;

public sealed class BackupTests
{
    private const string Insert = "INSERT INTO installations (id, installed_at) VALUES (@0, NULL)";

    private const string Count = "SELECT COUNT(*) FROM installations";

    [Fact]
    public async Task A_copy_that_is_made_while_others_write_is_whole_and_opens_like_the_database()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        var copy = temporary.File + ".copy";
        var written = 1L;
        await temporary.Database.WriteAsync(session => session.ExecuteAsync(Insert, written));
        using var enough = new CancellationTokenSource();
        var writing = WriteAsync();

        await using (var other = new SqliteDatabase(temporary.ConnectionString))
        {
            await other.BackUpAsync(copy, TestContext.Current.CancellationToken);
        }

        await enough.CancelAsync();
        await writing;
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(copy)!, "*.part"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
        }

        await using var restored = new SqliteDatabase($"Data Source={copy}");
        await restored.OpenAsync(TestContext.Current.CancellationToken);
        Assert.InRange(await restored.ReadAsync(session => session.ScalarAsync<long>(Count)), 1, written);
        Assert.Equal("ok", await restored.ReadAsync(session => session.ScalarAsync<string>("PRAGMA integrity_check")));

        async Task WriteAsync()
        {
            while (!enough.IsCancellationRequested)
            {
                var next = written + 1;
                await temporary.Database.WriteAsync(session => session.ExecuteAsync(Insert, next));
                written = next;
            }
        }
    }

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        var precious = temporary.File + ".txt";
        await File.WriteAllTextAsync(precious, "precious", TestContext.Current.CancellationToken);

        foreach (var file in (string[])[precious, temporary.File])
        {
            var refused = await Assert.ThrowsAsync<StorageException>(() => temporary.Database.BackUpAsync(file, CancellationToken.None));
            Assert.Equal($"{file} is there already, and a backup overwrites nothing. Name another file.", refused.Message);
        }

        Assert.Equal("precious", await File.ReadAllTextAsync(precious, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_damaged_database_is_not_passed_off_as_a_backup()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        var (damaged, copy) = (temporary.File + ".damaged", temporary.File + ".copy");
        await temporary.Database.BackUpAsync(damaged, CancellationToken.None);
        await using (var connection = new SqliteConnection($"Data Source={damaged};Pooling=False"))
        {
            // A row that its table does not allow: copied as it is, and found by the check.
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var damage = connection.CreateCommand();
            damage.CommandText = "PRAGMA ignore_check_constraints = ON; CREATE TABLE odd (number INTEGER CHECK (number % 2 = 1)); INSERT INTO odd VALUES (2)";
            await damage.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var database = new SqliteDatabase($"Data Source={damaged}");
        var refused = await Assert.ThrowsAsync<StorageException>(() => database.BackUpAsync(copy, CancellationToken.None));

        Assert.StartsWith($"the copy of {damaged} is damaged and was not kept", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(copy)!, "*.copy*"));
    }

    [Fact]
    public async Task One_that_is_broken_off_leaves_nothing()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => temporary.Database.BackUpAsync(temporary.File + ".copy", cancelled.Token));

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(temporary.File)!, "*.copy*"));
    }

    [Fact]
    public async Task A_server_is_backed_up_by_its_own_means_which_are_named_without_the_password()
    {
        await using var database = new PostgresDatabase("Host=db;Port=5433;Database=bot;Username=me;Password=hunter2");

        var refused = await Assert.ThrowsAsync<StorageException>(() => database.BackUpAsync("copy", CancellationToken.None));

        Assert.EndsWith("pg_dump --host=db --port=5433 --username=me --format=custom --file=copy bot", refused.Message, StringComparison.Ordinal);
    }
}
