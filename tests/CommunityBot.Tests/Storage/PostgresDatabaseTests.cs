using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using CommunityBot.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommunityBot.Tests.Storage;

public sealed class PostgresDatabaseTests
{
    /// <summary>Reached only when something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Where_there_is_no_database_none_is_made()
    {
        var server = new NpgsqlConnectionStringBuilder(await PostgresServer.NewDatabaseAsync()) { Database = "slip" };
        for (var start = 0; start < 2; start++)
        {
            await using var database = new PostgresDatabase(server.ConnectionString);
            var fault = await Assert.ThrowsAsync<StorageException>(() => database.OpenAsync(TestContext.Current.CancellationToken));
            Assert.StartsWith($"ConnectionStrings:CommunityBot: there is no database slip at {server.Host}:{server.Port}.", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_more_connections_read_at_once_than_there_is_room_for_and_all_reads_come_to_pass()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        var started = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var connections = new ConcurrentDictionary<int, bool>();

        await Task.WhenAll(Enumerable.Range(0, 4 * PostgresDatabase.MostReaders).Select(_ => temporary.Database.ReadAsync(async session =>
        {
            connections[await session.ScalarAsync<int>("SELECT pg_backend_pid()")] = true;
            if (Interlocked.Increment(ref started) == PostgresDatabase.MostReaders)
            {
                all.SetResult();
            }

            // Each holds its connection until as many have one as there may be.
            await all.Task;
            return true;
        })));

        Assert.Equal(PostgresDatabase.MostReaders, connections.Count);
    }

    [Fact]
    public async Task Who_does_not_get_its_turn_gives_up_before_the_door_does_and_what_needs_none_is_written()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        await using var other = await temporary.OpenAgainAsync();
        using var gate = new ManualResetEventSlim();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var holder = other.WriteAsync(
            _ =>
            {
                held.TrySetResult();
                gate.Wait(TestContext.Current.CancellationToken);
                return Task.CompletedTask;
            },
            WriteOrder.InTurn);
        await held.Task;

        var turn = temporary.Database.WriteAsync(_ => Task.CompletedTask, WriteOrder.InTurn);
        await temporary.Database.WriteAsync(session => session.ExecuteAsync("INSERT INTO installations (id, installed_at) VALUES (1, 1)"), WriteOrder.Urgent);

        var fault = await Record.ExceptionAsync(() => turn);
        gate.Set();

        // By itself the client would give up later, and its connection with it.
        Assert.Equal(PostgresErrorCodes.LockNotAvailable, Assert.IsType<PostgresException>(fault).SqlState);
        await holder;
    }

    [Fact]
    public async Task What_is_posted_is_sent_with_the_next_question()
    {
        const string Insert = "INSERT INTO installations (id, installed_at) VALUES (1, 1)";
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        var (before, posted) = (-1, (Posted?)null);

        var fault = await Record.ExceptionAsync(() => temporary.Database.WriteAsync(async session =>
        {
            posted = await session.PostAsync(Insert);
            await session.PostAsync(Insert);
            before = posted.Rows;
            await session.ScalarAsync<long>("SELECT 1");
        }));

        // The second of them is at fault, and the first has been done by the time that it is told.
        Assert.Equal(PostgresErrorCodes.UniqueViolation, Assert.IsType<PostgresException>(fault).SqlState);
        Assert.Equal((-1, 1), (before, posted!.Rows));
    }

    [Fact]
    public async Task Connecting_gives_up_before_the_door_does_unless_the_operator_says_otherwise()
    {
        await using var usual = new PostgresDatabase("Host=127.0.0.1;Database=bot");
        await using var patient = new PostgresDatabase("Host=127.0.0.1;Database=bot;Timeout=60");

        Assert.InRange(Timeout(usual), 1, 7);
        Assert.Equal(60, Timeout(patient));

        static int Timeout(PostgresDatabase database)
        {
            using var context = database.CreateContext();
            return context.Database.GetDbConnection().ConnectionTimeout;
        }
    }

    [Fact]
    public async Task A_server_that_takes_a_connection_and_says_nothing_holds_up_neither_who_gives_up_nor_the_end()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var database = new PostgresDatabase($"Host=127.0.0.1;Port={((IPEndPoint)listener.LocalEndpoint).Port};Database=bot;Timeout=0");
        using var given = new CancellationTokenSource();

        Task[] opening = [database.OpenAsync(given.Token), database.AttachAsync(given.Token), database.MigrateAsync(given.Token)];
        var reading = database.ReadAsync(_ => Task.FromResult(true));
        List<TcpClient> asked = [];
        foreach (var _ in opening.Append(reading))
        {
            asked.Add(await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken));
            await asked[^1].GetStream().ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken);
        }

        await given.CancelAsync();
        foreach (var one in opening)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one.WaitAsync(Patience, TestContext.Current.CancellationToken));
        }

        Assert.False(reading.IsCompleted);
        await database.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Patience, TestContext.Current.CancellationToken));
        asked.ForEach(one => one.Dispose());
    }
}
