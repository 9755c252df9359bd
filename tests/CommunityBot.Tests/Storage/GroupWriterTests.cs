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
        var first = writer.WriteAsync(_ => Task.FromResult(true), urgent: true);
        await _held.Task;
        var together = Enumerable.Range(0, 100).Select(_ => writer.WriteAsync(_ => Task.FromResult(true), urgent: true)).ToList();
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
        var first = writer.WriteAsync(HeldAsync, urgent: true);
        await _held.Task;
        var together = Enumerable.Range(0, 100).Select(_ => writer.WriteAsync(
            _ =>
            {
                connection!.Close();
                return Task.FromException<bool>(new IOException("it is gone"));
            },
            urgent: true)).ToList();
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
        var first = writer.WriteAsync(HeldAsync, urgent: true);
        await _held.Task;
        var placed = Enumerable.Range(0, GroupWriter.MostWaiting).Select(_ => writer.WriteAsync(_ => Task.FromResult(true), urgent: true)).ToList();

        var refused = writer.WriteAsync(_ => Task.FromResult(true), urgent: true);
        var patient = writer.WriteAsync(_ => Task.FromResult(true), urgent: false);

        var atOnce = refused.IsFaulted;
        _gate.Set();

        Assert.True(atOnce);
        await Assert.ThrowsAsync<StorageException>(() => refused);
        Assert.True(await first && await patient);
        Assert.All(await Task.WhenAll(placed), Assert.True);
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

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }
}
