using System.Data.Common;
using CommunityBot.Storage;

namespace CommunityBot.Work;

/// <summary>
/// A table of work with lanes: of each lane one row runs at a time, the oldest that is due first. The inbox and the outbox are such tables.
/// The table has the columns <c>seq, lane, state, due_at, attempts, created_at, retried_at, finished_at, error</c> beside its own.
/// </summary>
/// <param name="database">Where the table is.</param>
/// <param name="time">Now.</param>
/// <param name="table">Name of the table.</param>
/// <param name="columns">The table's own columns, those first that <paramref name="read"/> wants, after which the queue's own come.</param>
/// <param name="read">Reads an item from the first columns of a row.</param>
public sealed class WorkTable<T>(Database database, TimeProvider time, string table, WorkColumns columns, Func<DbDataReader, T> read)
{
    /// <summary>
    /// How long a claim holds. What a worker does ends well within it (<see cref="WorkLoop{T}.Deadline"/>), and another replica takes over within the promised 60 s.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(50);

    private readonly string _claimByLane = ClaimStatement.ByLane(table, columns);

    private readonly string? _claimByInstallation = columns.Installation is null ? null : ClaimStatement.ByInstallation(table, columns);

    // "+ 0" keeps PostgreSQL, which plans by what it last counted, from the small index over what runs where it is to look a row up by its key.
    private readonly string _finish =
        $"UPDATE {table} SET state = @0, finished_at = @1, error = @2 WHERE seq = @3 AND state + 0 = 1 AND attempts = @4";

    private readonly string _reschedule =
        $"UPDATE {table} SET state = 0, due_at = @0, attempts = attempts - @1, retried_at = COALESCE(retried_at, @5), error = @2 WHERE seq = @3 AND state + 0 = 1 AND attempts = @4";

    private readonly string _beginAnew =
        $"UPDATE {table} SET state = 0, due_at = @0, created_at = @0, retried_at = NULL, attempts = attempts - 1, error = @1 WHERE seq = @2 AND state + 0 = 1 AND attempts = @3";

    private readonly string _recover = $"UPDATE {table} SET state = 0, due_at = @0, retried_at = COALESCE(retried_at, @2) WHERE state = 1 AND due_at <= @1";

    private readonly string _retry = $"UPDATE {table} SET state = 0, due_at = @0, retried_at = @0, finished_at = NULL WHERE seq = @1 AND state = 3";

    private readonly string _pause = $"""
        INSERT INTO lane_pauses (queue, lane, rank, until) VALUES ('{table}', @0, @1, @2)
        ON CONFLICT (queue, lane, rank) DO UPDATE SET until = CASE WHEN excluded.until > lane_pauses.until THEN excluded.until ELSE lane_pauses.until END
        """;

    private readonly string _waiting = $"""
        SELECT (SELECT COUNT(*) FROM {table} WHERE state = 1) + (
            SELECT COUNT(*) FROM {table} w WHERE w.state = 0 AND w.due_at <= @0
                AND NOT EXISTS (SELECT 1 FROM lane_pauses p WHERE p.queue = '{table}' AND p.lane = w.{columns.Held} AND p.until > @0 AND p.rank <= {columns.RankOf("w")}))
        """;

    // Claims go round, so that a crowded lane, or installation, does not starve those after it.
    private long _lane = long.MinValue;

    private long _installation = long.MinValue;

    /// <summary>Name of the table.</summary>
    public string Name => table;

    /// <summary>Now.</summary>
    public TimeProvider Time => time;

    /// <summary>Fires when there may be something to claim.</summary>
    public Pulse Changed { get; } = new();

    /// <summary>The statements of a claim.</summary>
    internal IReadOnlyList<string> Claiming => _claimByInstallation is null ? [_claimByLane] : [_claimByInstallation, _claimByLane];

    /// <summary>Claims rows, each of another lane: first for installations that have nothing in hand, then whatever lane has its turn.</summary>
    /// <param name="most">How many at most. It is asked when the claim is made, which may be after a commit that others waited for, too; and again if that fails.</param>
    public Task<List<Claim<T>>> ClaimAsync(Func<int> most) => database.WriteAsync(
        async session =>
        {
            var (claims, count) = (new List<Claim<T>>(), most());
            if (_claimByInstallation is not null)
            {
                _installation = await ClaimRoundAsync(session, _claimByInstallation, _installation, count, claims);
            }

            _lane = await ClaimRoundAsync(session, _claimByLane, _lane, count, claims);
            return claims;
        },
        WriteOrder.InTurn);

    /// <summary>Has an attempt fail that is too late, before the step that must not happen twice: another replica may have the row soon. A process that stood still hears of no deadline.</summary>
    /// <exception cref="TimeoutException">It is too late.</exception>
    public void ThrowIfLate(Claim<T> claim)
    {
        if (time.GetUtcNow() >= claim.Deadline)
        {
            throw new TimeoutException("its lease is about to end");
        }
    }

    /// <summary>Ends a claim, with whatever else belongs into the same transaction; if the claim was lost meanwhile, nothing is written.</summary>
    public async Task FinishAsync(Claim<T> claim, WorkState state, string? error, Func<Session, Task>? with = null, WriteOrder order = WriteOrder.Usual)
    {
        await database.WriteAsync(
            async session =>
            {
                if (await session.ExecuteAsync(_finish, (int)state, time.NowMilliseconds(), error, claim.Seq, claim.Attempts) == 1 && with is not null)
                {
                    await with(session);
                }
            },
            order);
        Changed.Set();
    }

    /// <summary>Gives a claim back, to be claimed again at <paramref name="due"/>.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="due">When it is due again.</param>
    /// <param name="counts">Whether it was an attempt; if so, giving up is counted from the first; if not, the number of attempts stays as it was before the claim.</param>
    /// <param name="error">Why, for the operator.</param>
    public async Task RescheduleAsync(Claim<T> claim, DateTimeOffset due, bool counts, string? error)
    {
        await database.WriteAsync(session => RescheduleAsync(session, claim, due, counts, error));
        Changed.Set();
    }

    /// <summary>Gives a claim back that has to wait, which is no attempt, and holds back with it what would have to wait, too.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="until">Until when.</param>
    /// <param name="from">From which rank on.</param>
    /// <param name="why">Why, for the operator.</param>
    public async Task HoldBackAsync(Claim<T> claim, DateTimeOffset until, Rank from, string why)
    {
        await database.WriteAsync(async session =>
        {
            await PauseAsync(session, claim.Held, until, from);
            await RescheduleAsync(session, claim, until, counts: false, why);
        });
        Changed.Set();
    }

    /// <summary>
    /// Gives a claim back as if it had been added to be done at <paramref name="due"/>: it was no attempt, and giving up is counted from then on. Attempts of before still count, since by their
    /// number a worker that stood still is told from the one that has the row now.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="due">When it is first to be done.</param>
    /// <param name="why">Why, for the operator.</param>
    public async Task BeginAnewAsync(Claim<T> claim, DateTimeOffset due, string why)
    {
        await database.WriteAsync(session => session.PostAsync(_beginAnew, due.ToUnixTimeMilliseconds(), why, claim.Seq, claim.Attempts));
        Changed.Set();
    }

    /// <summary>Frees rows whose lease ran out, to be claimed after <paramref name="wait"/>. What was cut off has failed.</summary>
    /// <param name="wait">How long they wait first.</param>
    /// <param name="all">Frees those too whose lease still holds: for the start of the only process on a database.</param>
    public Task RecoverAsync(TimeSpan wait, bool all = false) => database.WriteAsync(session => RecoverAsync(session, wait, all));

    /// <summary>The same as part of a write.</summary>
    public Task RecoverAsync(Session session, TimeSpan wait, bool all)
    {
        var now = time.NowMilliseconds();
        return session.PostAsync(_recover, now + (long)wait.TotalMilliseconds, all ? long.MaxValue : now, now);
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

    /// <summary>Keeps a lane, or all lanes of an installation where that is not the lane, from being claimed until a time, as part of a write. A later time wins.</summary>
    /// <param name="session">The write it is part of.</param>
    /// <param name="lane">The lane, or the installation.</param>
    /// <param name="until">Until when.</param>
    /// <param name="from">From which rank on; what is lower goes on.</param>
    public Task PauseAsync(Session session, long lane, DateTimeOffset until, Rank from = Rank.Awaited) => session.PostAsync(_pause, lane, (int)from, until.ToUnixTimeMilliseconds());

    /// <summary>The same as a write of its own.</summary>
    public Task PauseAsync(long lane, DateTimeOffset until, Rank from = Rank.Awaited) => database.WriteAsync(session => PauseAsync(session, lane, until, from));

    /// <summary>How many rows run, or are due and not held back.</summary>
    public Task<long> CountWaitingAsync() => database.ReadAsync(session => session.ScalarAsync<long>(_waiting, time.NowMilliseconds()));

    private Task<Posted> RescheduleAsync(Session session, Claim<T> claim, DateTimeOffset due, bool counts, string? error) => session.PostAsync(
        _reschedule, due.ToUnixTimeMilliseconds(), counts ? 0 : 1, error, claim.Seq, claim.Attempts, counts ? time.NowMilliseconds() : null);

    // From the one after that which had the last turn to the end, and then from the beginning.
    private async Task<long> ClaimRoundAsync(Session session, string statement, long last, int count, List<Claim<T>> claims)
    {
        var next = await ClaimAfterAsync(session, statement, last, count, claims);
        return claims.Count < count && last != long.MinValue ? await ClaimAfterAsync(session, statement, long.MinValue, count, claims) : next;
    }

    private async Task<long> ClaimAfterAsync(Session session, string statement, long turn, int count, List<Claim<T>> claims)
    {
        var last = long.MinValue;
        if (claims.Count == count)
        {
            return turn;
        }

        var now = time.NowMilliseconds();
        await using var reader = await session.ReadAsync(statement, now + (long)Lease.TotalMilliseconds, turn, now, count - claims.Count);
        while (await reader.ReadAsync())
        {
            var own = columns.Own.Length;
            last = Math.Max(last, reader.GetInt64(own + 1));
            claims.Add(new Claim<T>(
                reader.GetInt64(own),
                reader.GetInt64(own + 2),
                reader.GetInt64(own + 3),
                reader.GetInt32(own + 4),
                Clock.FromMilliseconds(reader.GetInt64(own + 5)),
                Clock.FromMilliseconds(reader.GetInt64(own + 6)),
                Clock.FromMilliseconds(now) + WorkLoop<T>.Deadline,
                read(reader)));
        }

        return last;
    }
}
