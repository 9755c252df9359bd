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
        SELECT 'filled-' || (@1 + i), 'pull_request', 'opened', 1, 1, @1 + i % @2, @3, @4, 0, @4, CAST(@5 AS BIGINT) FROM n
        """;

    private const string FillPayloads = "INSERT INTO payloads (seq, body) SELECT seq, @0 FROM deliveries WHERE state = 2 AND seq NOT IN (SELECT seq FROM payloads)";

    private const string FillOutbox = Count + """
        INSERT INTO outbox (moment, key, lane, rank, repository_id, repository, effect, delivery_id, thread, state, due_at, attempts, created_at, finished_at, content_at)
        SELECT 'filled', 'filled-' || (@1 + i), @1 + i % @2, 1, 1, 'octo/hello', '{}', 'delivery', '1#' || (i / 10), @3, @4, 0, @4, CAST(@5 AS BIGINT), CAST(@5 AS BIGINT) - i * 500 FROM n
        """;

    /// <summary>Adds rows to both.</summary>
    /// <param name="session">Where.</param>
    /// <param name="rows">How many in each.</param>
    /// <param name="firstLane">The first of their lanes.</param>
    /// <param name="lanes">Lanes that they are spread over.</param>
    /// <param name="state">Where they stand.</param>
    /// <param name="due">When they are due.</param>
    /// <param name="finished">When they were finished, or null.</param>
    public static async Task FillAsync(Session session, int rows, long firstLane, int lanes, WorkState state, DateTimeOffset due, DateTimeOffset? finished)
    {
        foreach (var fill in new[] { FillInbox, FillOutbox })
        {
            await session.ExecuteAsync(fill, rows, firstLane, lanes, (int)state, due.ToUnixTimeMilliseconds(), finished?.ToUnixTimeMilliseconds());
        }

        await session.ExecuteAsync(FillPayloads, new byte[] { 0 });
    }
}
