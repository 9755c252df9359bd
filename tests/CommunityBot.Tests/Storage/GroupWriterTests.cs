using System.Data.Common;
using CommunityBot.Storage;
using Microsoft.Data.Sqlite;

namespace CommunityBot.Tests.Storage;

public sealed class GroupWriterTests : IDisposable
{
    private readonly ManualResetEventSlim _gate = new();
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task Where_connecting_fails_all_that_waits_fails_with_it()
    {
        var connects = 0;
        await using var writer = new GroupWriter(
            () =>
            {
                connects++;
                Hold();
                throw new TimeoutException("nobody answers");
            },
            "BEGIN",
            committed: static () => { });
        var first = writer.WriteAsync(_ => Task.FromResult(true), WriteOrder.Urgent);
        await _held.Task;
        var together = Enumerable.Range(0, 100).Select(_ => writer.WriteAsync(_ => Task.FromResult(true), WriteOrder.Urgent)).ToList();
        _gate.Set();

        foreach (var write in together.Prepend(first))
        {
            await Assert.ThrowsAsync<TimeoutException>(() => write);
        }

        Assert.Equal(2, connects);
    }

    [Fact]
    public async Task Where_the_connection_is_lost_for_good_in_the_middle_the_rest_fails_with_it()
    {
        var connects = 0;
        SqliteConnection? connection = null;
        await using var writer = new GroupWriter(
            () =>
            {
                if (++connects > 1)
                {
                    throw new TimeoutException("nobody answers");
                }

                connection = Open();
                return new(connection);
            },
            "BEGIN",
            committed: static () => { });
        var first = writer.WriteAsync(HeldAsync, WriteOrder.Urgent);
        await _held.Task;
        var together = Enumerable.Range(0, 100).Select(_ => writer.WriteAsync(
            _ =>
            {
                connection!.Close();
                return Task.FromException<bool>(new IOException("it is gone"));
            },
            WriteOrder.Urgent)).ToList();
        _gate.Set();

        Assert.True(await first);
        foreach (var write in together)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => write);
        }

        Assert.Equal(2, connects);
    }

    [Fact]
    public async Task An_urgent_write_that_finds_no_place_fails_at_once()
    {
        await using var writer = new GroupWriter(() => new(Open()), "BEGIN", committed: static () => { });
        var first = writer.WriteAsync(HeldAsync, WriteOrder.Urgent);
        await _held.Task;
        var placed = Enumerable.Range(0, GroupWriter.MostWaiting).Select(_ => writer.WriteAsync(_ => Task.FromResult(true), WriteOrder.Urgent)).ToList();

        var refused = writer.WriteAsync(_ => Task.FromResult(true), WriteOrder.Urgent);
        var patient = writer.WriteAsync(_ => Task.FromResult(true), WriteOrder.Usual);

        var atOnce = refused.IsFaulted;
        _gate.Set();

        Assert.True(atOnce);
        await Assert.ThrowsAsync<StorageException>(() => refused);
        Assert.True(await first && await patient);
        Assert.All(await Task.WhenAll(placed), Assert.True);
    }

    [Fact]
    public async Task Of_writes_that_share_a_commit_none_comes_before_the_turn_that_one_of_them_needs()
    {
        var connection = Open();
        await using var writer = new GroupWriter(() => new(connection, takeTurn: "INSERT INTO steps VALUES ('turn')"), "BEGIN", committed: static () => { });
        var first = writer.WriteAsync(
            async session =>
            {
                await session.RunScriptAsync("CREATE TABLE steps (name TEXT)");
                return await HeldAsync(session);
            },
            WriteOrder.Usual);
        await _held.Task;
        var usual = writer.WriteAsync(session => session.ExecuteAsync("INSERT INTO steps VALUES ('usual')"), WriteOrder.Usual);
        var inTurn = writer.WriteAsync(session => session.ExecuteAsync("INSERT INTO steps VALUES ('in turn')"), WriteOrder.InTurn);
        _gate.Set();
        await Task.WhenAll(first, usual, inTurn);

        Assert.Equal("turn, usual, in turn", await writer.WriteAsync(session => session.ScalarAsync<string>("SELECT group_concat(name, ', ') FROM steps"), WriteOrder.Usual));
    }

    [Fact]
    public async Task Where_the_turn_cannot_be_had_what_needs_none_is_written_and_only_one_waits_for_it_again()
    {
        await using var writer = new GroupWriter(() => new(Open()), "BEGIN", committed: static () => { });
        var first = writer.WriteAsync(HeldAsync, WriteOrder.Usual);
        await _held.Task;
        var tries = 0;
        var inTurn = Enumerable.Range(0, 5).Select(_ => writer.WriteAsync<bool>(
            _ =>
            {
                tries++;
                throw new NotAvailable();
            },
            WriteOrder.InTurn)).ToList();
        var usual = writer.WriteAsync(_ => Task.FromResult(true), WriteOrder.Usual);
        _gate.Set();

        Assert.True(await first && await usual);
        foreach (var write in inTurn)
        {
            await Assert.ThrowsAsync<NotAvailable>(() => write);
        }

        // Once with the others, and once alone.
        Assert.Equal(2, tries);
    }

    private Task<bool> HeldAsync(Session session)
    {
        Hold();
        return Task.FromResult(true);
    }

    // Meanwhile others gather.
    private void Hold()
    {
        _held.TrySetResult();
        _gate.Wait(TestContext.Current.CancellationToken);
    }

    private sealed class NotAvailable : DbException
    {
        public override string SqlState => "55P03";
    }

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }
}
