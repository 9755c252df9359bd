using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CommunityBot.Storage;

/// <summary>The database in one SQLite file, used by one process.</summary>
public sealed class SqliteDatabase(string connectionString) : Database
{
    /// <summary>
    /// Write-ahead log, and a commit that waits for the disk (<see href="https://www.sqlite.org/pragma.html#pragma_synchronous">synchronous=FULL</see>):
    /// what was acknowledged survives a power loss.
    /// </summary>
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY;";

    private const string Begin = "BEGIN IMMEDIATE";

    private readonly string _path = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
    private readonly ConcurrentBag<Session> _readers = [];
    private FileStream? _lock;
    private SqliteCheckpointer? _checkpointer;
    private GroupWriter? _writer;

    /// <inheritdoc/>
    public override string Place => $"SQLite at {_path}";

    /// <inheritdoc/>
    public override long Commits => _writer?.Commits ?? 0;

    /// <inheritdoc/>
    public override Task OpenAsync(CancellationToken cancellationToken) => UseAsync(async () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        _lock = Lock();
        await MakeTablesAsync(cancellationToken);
        _checkpointer = new(Connect(SqliteCheckpointer.Pragmas));
        _writer = new(() => Connect("PRAGMA wal_autocheckpoint = 0;"), Begin, _checkpointer.Written);
        return true;
    });

    /// <inheritdoc/>
    public override Task AttachAsync(CancellationToken cancellationToken) => UseAsync(async () =>
    {
        ThrowIfMissing();
        await ThrowIfOutdatedAsync(_path, cancellationToken);
        _writer = new(() => Connect(), Begin, committed: static () => { });
        return true;
    });

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) => UseAsync(async () =>
    {
        var pending = await PendingAsync(cancellationToken);
        if (pending.Count > 0)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            await using var alone = Lock();
            await MakeTablesAsync(cancellationToken);
        }

        return pending;
    });

    /// <inheritdoc/>
    public override Task BackUpAsync(string file, CancellationToken cancellationToken) => UseAsync(async () =>
    {
        // Of whatever version the tables are: a backup is made before they are changed.
        ThrowIfMissing();
        await new SqliteBackup(_path, Path.GetFullPath(file)).WriteAsync(cancellationToken);
        return true;
    });

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
    public override Task<TResult> WriteAsync<TResult>(Func<Session, Task<TResult>> write, WriteOrder order = WriteOrder.Usual) =>
        (_writer ?? throw new StorageException("The database is not open.")).WriteAsync(write, order);

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
    private FileStream Lock()
    {
        try
        {
            return PrivateFile.Open(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new StorageException(
                $"ConnectionStrings:CommunityBot: another process has {_path} open. Stop it first; several processes need PostgreSQL.", fault);
        }
    }

    // Entity Framework and its model take some 300 ms and 20 MB to load, which is worth it only where tables of before are to be changed.
    private async Task MakeTablesAsync(CancellationToken cancellationToken)
    {
        // SQLite would let everybody read it, and gives its log the rights that the file has.
        await PrivateFile.Open(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).DisposeAsync();
        await using (var session = Connect())
        {
            if (await session.ScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master") == 0)
            {
                await session.RunScriptAsync(SqliteSchema.Read(), cancellationToken);
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

    private void ThrowIfMissing()
    {
        if (!File.Exists(_path))
        {
            throw new StorageException($"ConnectionStrings:CommunityBot: there is no database at {_path}. It is made by communitybot migrate, or when the service starts.");
        }
    }

    private async Task<T> UseAsync<T>(Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StorageException($"ConnectionStrings:CommunityBot: cannot open {_path}: {fault.Message}", fault);
        }
    }

    private Session Connect(string more = "")
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = Pragmas + more;
        pragmas.ExecuteNonQuery();

        // Or SQLite plans a statement anew whenever a value is bound that its plan might depend on, as a limit: each claim was parsed again, which cost more than running it.
        // Plans that never depend on values are those of https://www.sqlite.org/queryplanner-ng.html#qpstab.
        _ = raw.sqlite3_db_config(connection.Handle!, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        return new(connection);
    }
}
