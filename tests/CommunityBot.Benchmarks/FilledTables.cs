using CommunityBot.Storage;
using CommunityBot.Work;

namespace CommunityBot.Benchmarks;

/// <summary>Inbox and outbox with as many rows as are wanted, on either database.</summary>
public static class FilledTables
{
    // Both databases read these, and a count up to a million is no row that travels.
    private const string Count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @0) ";

    private const string FillInbox = Count + """
        INSERT INTO deliveries (delivery_id, event, action, installation_id, repository_id, lane, state, due_at, attempts, created_at, finished_at)
        SELECT 'filled-' || (@1 + i), 'pull_request', 'opened', CAST(@6 AS BIGINT), 1, @1 + i % @2, @3, @4, 0, @4, CAST(@5 AS BIGINT) FROM n
        """;

    private const string FillPayloads = "INSERT INTO payloads (seq, body) SELECT seq, @0 FROM deliveries WHERE state = 2 ON CONFLICT (seq) DO NOTHING";

    private const string FillOutbox = Count + """
        INSERT INTO outbox (moment, key, lane, rank, repository_id, repository, effect, delivery_id, thread, state, due_at, attempts, created_at, finished_at, content_at)
        SELECT 'filled', 'filled-' || (@1 + i), @1 + i % @2, 1, 1, 'octo/hello', '{}', 'delivery', '1#' || (i / 10), @3, @4, 0, @4, CAST(@5 AS BIGINT), CAST(@5 AS BIGINT) - i * 500 FROM n
        """;

    /// <summary>Adds rows to both.</summary>
    /// <param name="session">Where.</param>
    /// <param name="installation">The installation of those in the inbox; of those in the outbox it is the lane.</param>
    /// <param name="rows">How many in each.</param>
    /// <param name="firstLane">The first of their lanes.</param>
    /// <param name="lanes">Lanes that they are spread over.</param>
    /// <param name="state">Where they stand.</param>
    /// <param name="due">When they are due.</param>
    /// <param name="finished">When they were finished, or null.</param>
    public static async Task FillAsync(Session session, long installation, int rows, long firstLane, int lanes, WorkState state, DateTimeOffset due, DateTimeOffset? finished)
    {
        var (dueAt, finishedAt) = (due.ToUnixTimeMilliseconds(), finished?.ToUnixTimeMilliseconds());
        await session.ExecuteAsync(FillInbox, rows, firstLane, lanes, (int)state, dueAt, finishedAt, installation);
        await session.ExecuteAsync(FillOutbox, rows, firstLane, lanes, (int)state, dueAt, finishedAt);
        await session.ExecuteAsync(FillPayloads, new byte[] { 0 });
    }
}
