using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommunityBot.Storage;

/// <summary>The database on a PostgreSQL server, which several replicas may share.</summary>
public sealed class PostgresDatabase : Database
{
    /// <summary>Connections for reading, which are kept; what would read at once beyond them waits for one.</summary>
    internal const int MostReaders = 24;

    /// <summary>
    /// Connections of a process, unless the connection string says otherwise: the readers, the writer, and a few for pages and migrations. Three processes are to fit into the 100 that a server has by
    /// default, of which it keeps 3 for its administrator.
    /// </summary>
    private const int MostConnections = MostReaders + 6;

    /// <summary>
    /// Seconds that connecting may take, unless the connection string says otherwise: less than the door waits, since whatever is to be written waits for it. A server next door takes milliseconds.
    /// </summary>
    private const int ConnectWithin = 5;

    /// <summary>
    /// Statements that a connection keeps prepared, unless the connection string says otherwise: more than the hot path has. The server then parses and plans each of them a few times
    /// instead of every time, which is the greater part of what most of them cost. Behind a pooler that cannot keep them, <c>Max Auto Prepare=0</c> turns it off.
    /// </summary>
    private const int MostPrepared = 100;

    /// <summary>
    /// Seconds after which the server ends a transaction that nothing happens in, and frees its locks: that of a replica which froze, or whose machine or network is gone. By far more than the moment
    /// between two statements of a write; what a replica that wakes up had in hand fails then, and is tried again as after any fault.
    /// </summary>
    private const int MostIdle = 10;

    /// <summary>
    /// Seconds that a statement waits for a lock, above all for its turn. Others hold one for milliseconds, or have vanished with it; then claims fail until it is free, and deliveries, which need no
    /// turn, are stored meanwhile: the commit that they were to share, and then one of the writes that need it, wait for so long, which is less than the 8 s of the door.
    /// </summary>
    private const int MostForALock = 2;

    /// <summary>
    /// Seconds without a word after which either side asks whether the other is still there. By default it is two hours, for which the connections of a machine that vanished would count.
    /// </summary>
    private const int ProbeAfter = 10;

    /// <summary>Seconds between two such questions.</summary>
    private const int ProbeEvery = 5;

    /// <summary>Questions without an answer after which the server gives up a connection: several, since packets get lost.</summary>
    private const int MostProbes = 3;

    /// <summary>Seconds after which the server gives up a connection on which what it sent was not received: as long as without a word.</summary>
    private const int UnreceivedFor = ProbeAfter + (ProbeEvery * MostProbes);

    /// <summary>
    /// Said on each connection, since poolers refuse it as options of the start. Whatever is asked often is asked by an index. By what the server last counted, a table may have few rows, and a plan that
    /// goes through all of them is kept while it grows: among 1,900 deliveries a claim took 2 ms by it. What has no index is gone through all the same, but costs so much by the server's reckoning that it
    /// would compile each such statement.
    /// </summary>
    private static readonly string Settings = string.Create(CultureInfo.InvariantCulture, $"""
        SET enable_seqscan = off; SET jit = off; SET idle_in_transaction_session_timeout = '{MostIdle}s'; SET lock_timeout = '{MostForALock}s';
        SET tcp_keepalives_idle = {ProbeAfter}; SET tcp_keepalives_interval = {ProbeEvery}; SET tcp_keepalives_count = {MostProbes}; SET tcp_user_timeout = '{UnreceivedFor}s'
        """);

    /// <summary>
    /// One lock for everything that replicas take turns at. It is taken before rows: who locked rows before would have others wait for them in their turn, while it waits for its own.
    /// The number is this program's own, among whatever else uses the database.
    /// </summary>
    private const string TakeTurn = "SELECT pg_advisory_xact_lock(4277016653)";

    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly NpgsqlDataSource _source;
    private readonly ConcurrentBag<Session> _readers = [];
    private readonly SemaphoreSlim _reading = new(MostReaders);
    private readonly CancellationTokenSource _closing = new();
    private GroupWriter? _writer;

    /// <summary>A database that is not open yet.</summary>
    /// <param name="connectionString">What <see href="https://www.npgsql.org/doc/connection-string-parameters.html">Npgsql</see> takes.</param>
    public PostgresDatabase(string connectionString)
    {
        // What is said last holds.
        var usual = $"Timeout={ConnectWithin};Maximum Pool Size={MostConnections};Max Auto Prepare={MostPrepared};Application Name=communitybot-{Environment.MachineName}-{Environment.ProcessId}";
        _server = new($"{usual};Tcp Keepalive=true;Tcp Keepalive Time={ProbeAfter};Tcp Keepalive Interval={ProbeEvery};{connectionString}");
        _source = NpgsqlDataSource.Create(_server);
    }

    /// <inheritdoc/>
    public override bool IsShared => true;

    /// <inheritdoc/>
    public override string Place => $"PostgreSQL database {_server.Database} at {_server.Host}:{_server.Port}, where this process is {_server.ApplicationName}";

    /// <inheritdoc/>
    public override long Commits => _writer?.Commits ?? 0;

    /// <inheritdoc/>
    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken);
        _writer = new(Connect, "BEGIN", committed: static () => { });
    }

    /// <inheritdoc/>
    public override async Task AttachAsync(CancellationToken cancellationToken)
    {
        await UseAsync(
            async () =>
            {
                await ThrowIfOutdatedAsync(_server.Database!, cancellationToken);
                return true;
            },
            cancellationToken);
        _writer = new(Connect, "BEGIN", committed: static () => { });
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) => UseAsync(
        async () =>
        {
            var pending = await PendingAsync(cancellationToken);

            // Replicas that start together take turns: Entity Framework locks its table of migrations.
            await using var context = CreateContext();
            await context.Database.MigrateAsync(cancellationToken);
            return pending;
        },
        cancellationToken);

    /// <inheritdoc/>
    public override Task BackUpAsync(string file, CancellationToken cancellationToken) => throw new StorageException(
        $"A PostgreSQL server has a backup of its own: pg_dump --host={_server.Host} --port={_server.Port} --username={_server.Username} --format=custom --file={file} {_server.Database}");

    /// <inheritdoc/>
    public override async Task<TResult> ReadAsync<TResult>(Func<Session, Task<TResult>> read)
    {
        await _reading.WaitAsync();
        Session? session = null;
        try
        {
            session = _readers.TryTake(out var kept) ? kept : await ConnectAsync();
            var result = await read(session);
            await session.SendAsync();
            _readers.Add(session);
            session = null;
            return result;
        }
        finally
        {
            if (session is not null)
            {
                await session.DisposeAsync();
            }

            _reading.Release();
        }
    }

    /// <inheritdoc/>
    public override Task<TResult> WriteAsync<TResult>(Func<Session, Task<TResult>> write, WriteOrder order = WriteOrder.Usual) =>
        (_writer ?? throw new StorageException("The database is not open.")).WriteAsync(write, order);

    /// <inheritdoc/>
    public override BotDbContext CreateContext() =>
        new PostgresBotDbContext(new DbContextOptionsBuilder<PostgresBotDbContext>().UseNpgsql(_source).Options);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (Interlocked.Exchange(ref _writer, null) is { } writer)
        {
            await writer.DisposeAsync();
        }

        while (_readers.TryTake(out var session))
        {
            await session.DisposeAsync();
        }

        await _source.DisposeAsync();
    }

    private async Task<T> UseAsync<T>(Func<Task<T>> use, CancellationToken cancellationToken)
    {
        try
        {
            // Entity Framework would create a database that is not there, whose name is a slip, most likely.
            await using (await OpenConnectionAsync(cancellationToken))
            {
            }

            return await use();
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            throw new StorageException(
                $"ConnectionStrings:CommunityBot: there is no database {_server.Database} at {_server.Host}:{_server.Port}. Correct its name, or create it, empty.", fault);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            throw new StorageException($"ConnectionStrings:CommunityBot: cannot open database {_server.Database} at {_server.Host}:{_server.Port}: {fault.Message}", fault);
        }
    }

    // Of a server that has taken the connection and says nothing, the provider waits for an answer for as long as connecting may take, which may be for ever, whatever it is told meanwhile.
    private async Task<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        var opening = _source.OpenConnectionAsync(cancellationToken).AsTask();
        try
        {
            return await opening.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _ = DisposeOfAsync(opening);
            throw;
        }
    }

    // Of what nobody waits for any more, and which may come about all the same.
    private static async Task DisposeOfAsync(Task<NpgsqlConnection> opening)
    {
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully)
        {
            await (await opening).DisposeAsync();
        }
    }

    private Session Connect() => ConnectAsync().GetAwaiter().GetResult();

    private async Task<Session> ConnectAsync()
    {
        var session = new Session(await OpenConnectionAsync(_closing.Token), TakeTurn);
        try
        {
            await session.RunScriptAsync(Settings, _closing.Token);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
