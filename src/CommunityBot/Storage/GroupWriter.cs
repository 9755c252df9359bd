using System.Data.Common;
using System.Threading.Channels;
using Npgsql;

namespace CommunityBot.Storage;

/// <summary>
/// The one writer of a process. What waits is gathered into one transaction, so that many writes share one wait for the disk. It has a
/// thread of its own, since that wait blocks.
/// </summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    /// <summary>Writes that may wait of either kind. Beyond it those that are urgent fail at once, so that what the door holds is bounded while it answers 503; the others wait for a place.</summary>
    internal const int MostWaiting = 1024;

    /// <summary>Writes of one commit: by far more than fit into one wait for the disk, and few enough that none of them waits long.</summary>
    private const int MostTogether = 128;

    /// <summary>Writes of a commit that are not urgent, while urgent ones wait: enough that work goes on under any load at the door, few enough that the door hardly notices.</summary>
    private const int MostAside = 8;

    private readonly Channel<Write> _urgent = Waiting();
    private readonly Channel<Write> _other = Waiting();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<Session> _connect;
    private readonly string _begin;
    private readonly Action _committed;
    private Session? _session;

    /// <summary>Starts the writer.</summary>
    /// <param name="connect">Opens the connection, again whenever it broke.</param>
    /// <param name="begin">The statement that begins a transaction.</param>
    /// <param name="committed">Hears of each commit.</param>
    public GroupWriter(Func<Session> connect, string begin, Action committed)
    {
        (_connect, _begin, _committed) = (connect, begin, committed);
        new Thread(Run) { IsBackground = true, Name = "database writer" }.Start();
    }

    public long Commits { get; private set; }

    public async Task<TResult> WriteAsync<TResult>(Func<Session, Task<TResult>> work, WriteOrder order)
    {
        var write = new Write<TResult>(work) { IsInTurn = order == WriteOrder.InTurn };
        if (order != WriteOrder.Urgent)
        {
            await AddAsync(write);
        }
        else if (!_urgent.Writer.TryWrite(write))
        {
            throw new StorageException("The database is closed, or too slow: too much waits for it already.");
        }

        _arrived.Release();
        return await write.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _urgent.Writer.TryComplete();
        _other.Writer.TryComplete();
        _arrived.Release();
        await _stopped.Task;
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }
    }

    private async Task AddAsync(Write write)
    {
        try
        {
            await _other.Writer.WriteAsync(write);
        }
        catch (ChannelClosedException closed)
        {
            throw new StorageException("The database is closed.", closed);
        }
    }

    private void Run()
    {
        var batch = new List<Write>(MostTogether);
        while (Gather(batch))
        {
            if (TryConnect(batch) && Commit(batch, _session!) is not null && batch.Count > 1)
            {
                RunAlone(batch);
            }

            batch.Clear();
        }

        _stopped.SetResult();
    }

    // One of them is at fault, or the disk is; alone, each finds out for itself. Those that need no turn go first, since another replica may hold it for long.
    private void RunAlone(List<Write> batch)
    {
        var alone = batch.OrderBy(write => write.IsInTurn).ToList();
        for (var next = 0; next < alone.Count && TryConnect(alone.Skip(next)); next++)
        {
            if (Commit([alone[next]], _session!) is DbException { SqlState: PostgresErrorCodes.LockNotAvailable } held && alone[next].IsInTurn)
            {
                // The rest would wait as long for the same, and what comes to the door meanwhile for them.
                alone[(next + 1)..].ForEach(write => write.Fail(held));
                return;
            }
        }
    }

    // False once everything is written and nothing more can come.
    private bool Gather(List<Write> batch)
    {
        while (true)
        {
            _arrived.Wait();
            Take(_urgent, batch, MostTogether);
            Take(_other, batch, batch.Count == 0 ? MostTogether : batch.Count + MostAside);
            for (var taken = 1; taken < batch.Count; taken++)
            {
                _arrived.Wait(0);
            }

            if (batch.Count > 0 || _urgent.Reader.Completion.IsCompleted && _other.Reader.Completion.IsCompleted)
            {
                return batch.Count > 0;
            }
        }
    }

    private static void Take(Channel<Write> from, List<Write> batch, int most)
    {
        while (batch.Count < most && from.Reader.TryRead(out var write))
        {
            batch.Add(write);
        }
    }

    private static Channel<Write> Waiting() => Channel.CreateBounded<Write>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    // None of the writes is at fault when it fails, and each attempt may take as long as connecting may, so all of them have failed then.
    private bool TryConnect(IEnumerable<Write> waiting)
    {
        try
        {
            _session ??= _connect();
            return true;
        }
        catch (Exception fault)
        {
            foreach (var write in waiting)
            {
                write.Fail(fault);
            }

            return false;
        }
    }

    // What kept it from being written, which one alone is told; null if nothing did.
    private Exception? Commit(List<Write> batch, Session session)
    {
        try
        {
            Wait(session.PostAsync(_begin));
            if (batch.Exists(write => write.IsInTurn))
            {
                // Before any of them locks a row that others would wait for in their turn, while it waits for its own.
                Wait(session.TakeTurnAsync());
            }

            foreach (var write in batch)
            {
                write.Run(session);
            }

            Wait(session.PostAsync("COMMIT"));
            Wait(session.SendAsync());
            Commits++;
            _committed();
        }
        catch (Exception fault)
        {
            Rollback();
            if (batch.Count == 1)
            {
                batch[0].Fail(fault);
            }

            return fault;
        }

        foreach (var write in batch)
        {
            write.Succeed();
        }

        return null;
    }

    private void Rollback()
    {
        try
        {
            if (_session is not null)
            {
                _session.Drop();
                Wait(_session.ExecuteAsync("ROLLBACK"));
            }
        }
        catch (Exception)
        {
            // SQLite has rolled back by itself, as it does when the disk is full; a connection to a server is of no use any more.
            if (_session is { IsBroken: true } broken)
            {
                _session = null;
                Wait(broken.DisposeAsync().AsTask());
            }
        }
    }

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    // Waiting is what this thread is for.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private abstract class Write
    {
        public bool IsInTurn { get; init; }

        public abstract void Run(Session session);

        public abstract void Succeed();

        public abstract void Fail(Exception fault);
    }

    private sealed class Write<TResult>(Func<Session, Task<TResult>> work) : Write
    {
        private readonly TaskCompletionSource<TResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TResult? _result;

        public Task<TResult> Task => _done.Task;

        public override void Run(Session session) => _result = Wait(work(session));

        public override void Succeed() => _done.SetResult(_result!);

        public override void Fail(Exception fault) => _done.SetException(fault);
    }
}
