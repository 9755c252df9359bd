namespace CommunityBot.Storage;

/// <summary>
/// Moves the write-ahead log into the database file from a connection and a thread of its own, so that no commit waits for it
/// (<see href="https://www.sqlite.org/wal.html#ckpt">why commits otherwise do</see>).
/// </summary>
internal sealed class SqliteCheckpointer : IAsyncDisposable
{
    /// <summary>
    /// Pages of the log at which it is emptied although writers wait for that. Under writes that never pause the log has no end by itself; this is some 64 MB.
    /// </summary>
    private const long MostPages = 16 * 1024;

    /// <summary>How long writers wait at most for the log to be emptied while something reads that is long, as a backup is; less than they wait for each other.</summary>
    public const string Pragmas = "PRAGMA busy_timeout = 1000;";

    /// <summary>Time between two rounds: often enough for short rounds, and nothing while nothing is written.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly AutoResetEvent _written = new(initialState: false);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _stop = new();
    private readonly Session _session;
    private long _emptyAt = MostPages;

    public SqliteCheckpointer(Session session)
    {
        _session = session;
        new Thread(Run) { IsBackground = true, Name = "sqlite checkpointer" }.Start();
    }

    /// <summary>Tells that something was written.</summary>
    public void Written() => _written.Set();

    public async ValueTask DisposeAsync()
    {
        _stop.Set();
        _written.Set();
        await _stopped.Task;
        await _session.DisposeAsync();
        _written.Dispose();
        _stop.Dispose();
    }

    private void Run()
    {
        while (!_stop.Wait(Pause))
        {
            _written.WaitOne();
            try
            {
                if (Checkpoint("PRAGMA wal_checkpoint(PASSIVE)").Pages is var pages && pages > _emptyAt)
                {
                    // Where a reader is in the way, writers are not held up again before the log is twice as long.
                    _emptyAt = Checkpoint("PRAGMA wal_checkpoint(RESTART)").IsDone ? MostPages : pages * 2;
                }
            }
            catch (Exception)
            {
                // Busy, or the disk is full: the log keeps what it has, and the writer reports what it cannot write.
            }
        }

        _stopped.SetResult();
    }

    private (bool IsDone, long Pages) Checkpoint(string statement)
    {
        using var row = _session.ReadAsync(statement).GetAwaiter().GetResult();
        return row.Read() ? (row.GetInt64(0) == 0, row.GetInt64(1)) : default;
    }
}
