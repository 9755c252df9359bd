using System.Data.Common;
using System.Globalization;
using CommunityBot.Storage;

namespace CommunityBot.Work;

/// <summary>
/// A table of work with lanes: of each lane one row runs at a time, the oldest that is due first. The inbox and the outbox are such tables.
/// The table has the columns <c>seq, lane, state, due_at, attempts, created_at, retried_at, finished_at, error</c> beside its own.
/// </summary>
/// <param name="database">Where the table is.</param>
/// <param name="time">Now.</param>
/// <param name="table">Name of the table.</param>
/// <param name="columns">The table's own columns that <paramref name="read"/> wants, after which the queue's own come.</param>
/// <param name="read">Reads an item from the first columns of a row.</param>
public sealed class WorkTable<T>(Database database, TimeProvider time, string table, string[] columns, Func<DbDataReader, T> read)
{
    /// <summary>
    /// How long a claim holds. What a worker does ends well within it (<see cref="WorkLoop{T}.Deadline"/>), and another replica takes over within the promised 60 s.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(50);

    // The conditions of the row are there twice: what another replica claims meanwhile is looked at again when its transaction ends, and by them alone.
    // NOT MATERIALIZED has SQLite stop at the limit, where it would list all lanes first. The rest is for PostgreSQL, which plans by what it last counted and keeps plans: MATERIALIZED has it
    // find the heads once, not once for each row that waits, and "+ 0" keeps it from the small indexes over what waits or runs where it is to look up rows by their key.
    private readonly string _claim = string.Create(CultureInfo.InvariantCulture, $"""
        UPDATE {table} SET state = 1, due_at = @0, attempts = attempts + 1
        WHERE seq IN (
            WITH RECURSIVE lanes(lane) AS NOT MATERIALIZED (
                SELECT (SELECT MIN(w.lane) FROM {table} w WHERE w.state = 0 AND w.lane > @1)
                UNION ALL
                SELECT (SELECT MIN(w.lane) FROM {table} w WHERE w.state = 0 AND w.lane > lanes.lane) FROM lanes WHERE lanes.lane IS NOT NULL),
            heads(head) AS MATERIALIZED (SELECT head FROM (
                SELECT (SELECT w.seq FROM {table} w WHERE w.state = 0 AND w.lane = lanes.lane AND w.due_at <= @2 ORDER BY w.seq LIMIT 1) AS head
                FROM lanes
                WHERE lanes.lane IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM {table} r WHERE r.state = 1 AND r.lane = lanes.lane)
                    AND NOT EXISTS (SELECT 1 FROM lane_pauses p WHERE p.queue = '{table}' AND p.lane = lanes.lane AND p.until > @2)) AS found
            WHERE head IS NOT NULL
            LIMIT @3)
            SELECT head FROM heads)
            AND state + 0 = 0 AND due_at + 0 <= @2
        RETURNING {string.Join(", ", columns)}, seq, lane, attempts, created_at, COALESCE(retried_at, created_at)
        """);

    private readonly string _finish =
        $"UPDATE {table} SET state = @0, finished_at = @1, error = @2 WHERE seq = @3 AND state + 0 = 1 AND attempts = @4";

    private readonly string _reschedule =
        $"UPDATE {table} SET state = 0, due_at = @0, attempts = attempts - @1, error = @2 WHERE seq = @3 AND state + 0 = 1 AND attempts = @4";

    private readonly string _beginAnew =
        $"UPDATE {table} SET state = 0, due_at = @0, created_at = @0, attempts = 0, error = @1 WHERE seq = @2 AND state + 0 = 1 AND attempts = @3";

    private readonly string _recover = $"UPDATE {table} SET state = 0, due_at = @0 WHERE state = 1 AND due_at <= @1";

    private readonly string _retry = $"UPDATE {table} SET state = 0, due_at = @0, retried_at = @0, finished_at = NULL WHERE seq = @1 AND state = 3";

    private readonly string _pause =
        $"INSERT INTO lane_pauses (queue, lane, until) VALUES ('{table}', @0, @1) ON CONFLICT (queue, lane) DO UPDATE SET until = CASE WHEN excluded.until > lane_pauses.until THEN excluded.until ELSE lane_pauses.until END";

    private readonly string _waiting = $"""
        SELECT (SELECT COUNT(*) FROM {table} WHERE state = 1) + (
            SELECT COUNT(*) FROM {table} w WHERE w.state = 0 AND w.due_at <= @0
                AND NOT EXISTS (SELECT 1 FROM lane_pauses p WHERE p.queue = '{table}' AND p.lane = w.lane AND p.until > @0))
        """;

    // Claims go round the lanes, so that a crowded one does not starve those after it.
    private long _cursor = long.MinValue;

    /// <summary>Now.</summary>
    public TimeProvider Time => time;

    /// <summary>Fires when there may be something to claim.</summary>
    public Pulse Changed { get; } = new();

    /// <summary>The statement of a claim.</summary>
    internal string Claiming => _claim;

    /// <summary>Claims up to <paramref name="count"/> rows, each of another lane.</summary>
    public Task<List<Claim<T>>> ClaimAsync(int count) => database.WriteAsync(async session =>
    {
        await session.TakeTurnAsync();
        var claims = new List<Claim<T>>();
        var last = await ClaimAfterAsync(session, _cursor, count, claims);
        if (claims.Count < count && _cursor != long.MinValue)
        {
            last = await ClaimAfterAsync(session, long.MinValue, count - claims.Count, claims);
        }

        _cursor = last;
        return claims;
    });

    /// <summary>Ends a claim, with whatever else belongs into the same transaction; if the claim was lost meanwhile, nothing is written.</summary>
    public async Task FinishAsync(Claim<T> claim, WorkState state, string? error, Func<Session, Task>? with = null)
    {
        await database.WriteAsync(async session =>
        {
            if (await session.ExecuteAsync(_finish, (int)state, time.NowMilliseconds(), error, claim.Seq, claim.Attempts) == 1 && with is not null)
            {
                await with(session);
            }
        });
        Changed.Set();
    }

    /// <summary>Gives a claim back, to be claimed again at <paramref name="due"/>.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="due">When it is due again.</param>
    /// <param name="counts">Whether it was an attempt; if not, the number of attempts stays as it was before the claim.</param>
    /// <param name="error">Why, for the operator.</param>
    public async Task RescheduleAsync(Claim<T> claim, DateTimeOffset due, bool counts, string? error)
    {
        await database.WriteAsync(session =>
            session.ExecuteAsync(_reschedule, due.ToUnixTimeMilliseconds(), counts ? 0 : 1, error, claim.Seq, claim.Attempts));
        Changed.Set();
    }

    /// <summary>Gives a claim back as if it had been added to be done at <paramref name="due"/>: nothing was tried yet, and giving up is counted from then on.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="due">When it is first to be done.</param>
    /// <param name="why">Why, for the operator.</param>
    public async Task BeginAnewAsync(Claim<T> claim, DateTimeOffset due, string why)
    {
        await database.WriteAsync(session => session.ExecuteAsync(_beginAnew, due.ToUnixTimeMilliseconds(), why, claim.Seq, claim.Attempts));
        Changed.Set();
    }

    /// <summary>Frees rows whose lease ran out, to be claimed after <paramref name="wait"/>.</summary>
    /// <param name="wait">How long they wait first.</param>
    /// <param name="all">Frees those too whose lease still holds: for the start of the only process on a database.</param>
    public Task RecoverAsync(TimeSpan wait, bool all = false) => database.WriteAsync(session => RecoverAsync(session, wait, all));

    /// <summary>The same as part of a write.</summary>
    public Task RecoverAsync(Session session, TimeSpan wait, bool all)
    {
        var now = time.NowMilliseconds();
        return session.ExecuteAsync(_recover, now + (long)wait.TotalMilliseconds, all ? long.MaxValue : now);
    }

    /// <summary>
    /// Has a row tried again that was given up, and for as long as one that has just come in. Its attempts count on, so that what an earlier one may have posted is looked for.
    /// False if it is not given up.
    /// </summary>
    public async Task<bool> RetryAsync(long seq)
    {
        var retried = await database.WriteAsync(session => session.ExecuteAsync(_retry, time.NowMilliseconds(), seq)) == 1;
        Changed.Set();
        return retried;
    }

    /// <summary>Keeps a lane from being claimed until a time, as part of a write. A later time wins.</summary>
    public Task PauseAsync(Session session, long lane, DateTimeOffset until) => session.ExecuteAsync(_pause, lane, until.ToUnixTimeMilliseconds());

    /// <summary>The same as a write of its own.</summary>
    public Task PauseAsync(long lane, DateTimeOffset until) => database.WriteAsync(session => PauseAsync(session, lane, until));

    /// <summary>How many rows run, or are due and not held back.</summary>
    public Task<long> CountWaitingAsync() => database.ReadAsync(session => session.ScalarAsync<long>(_waiting, time.NowMilliseconds()));

    private async Task<long> ClaimAfterAsync(Session session, long lane, int count, List<Claim<T>> claims)
    {
        var last = long.MinValue;
        var now = time.NowMilliseconds();
        await using var reader = await session.ReadAsync(_claim, now + (long)Lease.TotalMilliseconds, lane, now, count);
        while (await reader.ReadAsync())
        {
            var own = columns.Length;
            var claim = new Claim<T>(
                reader.GetInt64(own),
                reader.GetInt64(own + 1),
                reader.GetInt32(own + 2),
                Clock.FromMilliseconds(reader.GetInt64(own + 3)),
                Clock.FromMilliseconds(reader.GetInt64(own + 4)),
                read(reader));
            claims.Add(claim);
            last = Math.Max(last, claim.Lane);
        }

        return last;
    }
}
