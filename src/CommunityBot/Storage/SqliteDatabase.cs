using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityBot.Storage;

/// <summary>The database in one SQLite file, used by one process.</summary>
public sealed class SqliteDatabase(string connectionString) : Database
{
    /// <summary>
    /// Write-ahead log, and a commit that waits for the disk (<see href="https://www.sqlite.org/pragma.html#pragma_synchronous">synchronous=FULL</see>):
    /// what was acknowledged survives a power loss.
    /// </summary>
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY;";

    private readonly ConcurrentBag<Session> _readers = [];
    private FileStream? _lock;
    private SqliteCheckpointer? _checkpointer;
    private GroupWriter? _writer;

    /// <inheritdoc/>
    public override long Commits => _writer?.Commits ?? 0;

    /// <inheritdoc/>
    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _lock = Lock(path);
            await MigrateAsync(cancellationToken);
            _checkpointer = new(Connect());
            _writer = new(() => Connect("PRAGMA wal_autocheckpoint = 0;"), "BEGIN IMMEDIATE", _checkpointer.Written);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StorageException($"ConnectionStrings:CommunityBot: cannot open {path}: {fault.Message}", fault);
        }
    }

    /// <inheritdoc/>
    public override async Task<TResult> ReadAsync<TResult>(Func<Session, Task<TResult>> read)
    {
        if (!_readers.TryTake(out var session))
        {
            session = Connect();
        }

        try
        {
            var result = await read(session);
            _readers.Add(session);
            return result;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<TResult> WriteAsync<TResult>(Func<Session, Task<TResult>> write, bool urgent = false) =>
        (_writer ?? throw new StorageException("The database is not open.")).WriteAsync(write, urgent);

    /// <inheritdoc/>
    public override BotDbContext CreateContext() =>
        new SqliteBotDbContext(new DbContextOptionsBuilder<SqliteBotDbContext>().UseSqlite(connectionString).Options);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _writer, null) is { } writer)
        {
            await writer.DisposeAsync();
        }

        if (Interlocked.Exchange(ref _checkpointer, null) is { } checkpointer)
        {
            await checkpointer.DisposeAsync();
        }

        while (_readers.TryTake(out var session))
        {
            await session.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _lock?.Dispose();
    }

    // SQLite lets several processes write one file, but claims, pacing and recovery at start count on being alone. The operating
    // system drops the lock with the process, however it ends.
    private static FileStream Lock(string path)
    {
        try
        {
            return new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new StorageException(
                $"ConnectionStrings:CommunityBot: another process has {path} open. Stop it first; several processes need PostgreSQL.", fault);
        }
    }

    // Entity Framework and its model take some 300 ms and 20 MB to load, which is worth it only where tables of before are to be changed.
    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using (var session = Connect())
        {
            if (await session.ScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master") == 0)
            {
                await session.RunScriptAsync(SqliteSchema.Read());
                return;
            }

            if (await session.ScalarAsync<long>("SELECT COUNT(*) FROM __EFMigrationsHistory WHERE MigrationId = @0", SqliteSchema.LatestMigration) != 0)
            {
                return;
            }
        }

        await using var context = CreateContext();
        await context.Database.MigrateAsync(cancellationToken);
    }

    private Session Connect(string more = "")
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = Pragmas + more;
        pragmas.ExecuteNonQuery();
        return new(connection);
    }
}
