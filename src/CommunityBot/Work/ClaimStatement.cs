namespace CommunityBot.Work;

/// <summary>
/// The statement that claims rows. It goes round lanes, or installations, by index and looks at one row of each, and no further than it takes.
/// </summary>
internal static class ClaimStatement
{
    // Higher than any rank: nothing holds the lane back.
    private const string NoPause = "9";

    /// <summary>Claims of each lane the first row that is due and not held back, if nothing of the lane is in hand. Parameters: end of the lease, the lane to begin after, now, how many at most.</summary>
    public static string ByLane(string table, WorkColumns columns) => Write(
        table,
        columns,
        "lane",
        from: $"NOT EXISTS (SELECT 1 FROM {table} r WHERE r.state = 1 AND r.lane = turns.turn)",
        held: columns.Installation is null ? "turns.turn" : $"w.{columns.Installation}",
        pick: "head FROM heads");

    /// <summary>
    /// Claims of each installation that has nothing in hand the first row that is due and not held back. Parameters as before, with the installation to begin after. The lane of a repository that
    /// has just come from another installation is passed over while that still has it in hand.
    /// </summary>
    public static string ByInstallation(string table, WorkColumns columns) => Write(
        table,
        columns,
        columns.Installation!,
        from: $"""
            turns.turn NOT IN (SELECT r.{columns.Installation} FROM {table} r WHERE r.state = 1)
            AND NOT EXISTS (SELECT 1 FROM lane_pauses p WHERE p.queue = '{table}' AND p.lane = turns.turn AND p.rank = 0 AND p.until > @2)
            """,
        held: "turns.turn",
        pick: $"MIN(head) FROM (SELECT head, (SELECT h.lane FROM {table} h WHERE h.seq = head) AS lane FROM heads) AS picked GROUP BY lane",
        then: $"AND NOT EXISTS (SELECT 1 FROM {table} r WHERE r.state = 1 AND r.lane = {table}.lane)");

    // The conditions of the row are there twice: what another replica claims meanwhile is looked at again when its transaction ends, and by them alone.
    // NOT MATERIALIZED has SQLite stop at the limit, where it would list all turns first. The rest is for PostgreSQL, which plans by what it last counted and keeps plans: MATERIALIZED has it
    // find the heads once, not once for each row that waits, and "+ 0" keeps it from the small indexes over what waits or runs where it is to look up rows by their key.
    private static string Write(string table, WorkColumns columns, string by, string from, string held, string pick, string then = "") => $"""
        UPDATE {table} SET state = 1, due_at = @0, attempts = attempts + 1
        WHERE seq IN (
            WITH RECURSIVE turns(turn) AS NOT MATERIALIZED (
                SELECT (SELECT MIN(w.{by}) FROM {table} w WHERE w.state = 0 AND w.{by} > @1)
                UNION ALL
                SELECT (SELECT MIN(w.{by}) FROM {table} w WHERE w.state = 0 AND w.{by} > turns.turn) FROM turns WHERE turns.turn IS NOT NULL),
            heads(head) AS MATERIALIZED (SELECT head FROM (
                SELECT (SELECT w.seq FROM {table} w WHERE w.state = 0 AND w.{by} = turns.turn AND w.due_at <= @2
                    AND {columns.RankOf("w")} < COALESCE((SELECT MIN(p.rank) FROM lane_pauses p WHERE p.queue = '{table}' AND p.lane = {held} AND p.until > @2), {NoPause})
                    ORDER BY {columns.OrderOf("w")} LIMIT 1) AS head
                FROM turns
                WHERE turns.turn IS NOT NULL AND {from}) AS found
            WHERE head IS NOT NULL
            LIMIT @3)
            SELECT {pick})
            AND state + 0 = 0 AND due_at + 0 <= @2
            {then}
        RETURNING {string.Join(", ", columns.Own)}, seq, {by}, lane, {columns.Held}, attempts, created_at, COALESCE(retried_at, @2)
        """;
}
