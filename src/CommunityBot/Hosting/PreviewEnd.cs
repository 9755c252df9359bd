using CommunityBot.Storage;

namespace CommunityBot.Hosting;

/// <summary>
/// Keeps what preview mode left undone from being done once there are credentials: it was to be looked at, not to be posted. That there was a preview, and since when, stands in the
/// database, so that it is known however the preview ended.
/// </summary>
public sealed class PreviewEnd(Database database, OperatorSettings settings, TimeProvider time)
{
    private const string Mark = "INSERT INTO leases (name, owner, until) VALUES ('preview', '', @0) ON CONFLICT (name) DO NOTHING";

    private const string Begun = "SELECT until FROM leases WHERE name = 'preview'";

    private const string Unmark = "DELETE FROM leases WHERE name = 'preview'";

    private const string Why = "came in preview mode, where nothing is posted";

    private static readonly string[] Ends = [.. new[] { "deliveries", "outbox" }.Select(table => $"UPDATE {table} SET state = 2, error = @0, finished_at = @1 WHERE state < 2 AND created_at >= @2")];

    /// <summary>Notes that this is a preview, or ends what came since the last one began.</summary>
    public Task TakeOverAsync() => database.WriteAsync(async session =>
    {
        if (settings.IsPreview)
        {
            await session.ExecuteAsync(Mark, time.NowMilliseconds());
        }
        else if (await session.ScalarAsync<long?>(Begun) is { } begun)
        {
            foreach (var end in Ends)
            {
                await session.ExecuteAsync(end, Why, time.NowMilliseconds(), begun);
            }

            await session.ExecuteAsync(Unmark);
        }
    });
}
