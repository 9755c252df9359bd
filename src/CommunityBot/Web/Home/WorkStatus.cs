using System.Data.Common;
using CommunityBot.Hosting;
using CommunityBot.Storage;

namespace CommunityBot.Web.Home;

/// <summary>How the work stands, by indexes alone and once a second at most, however many look: the page is open to all.</summary>
public sealed class WorkStatus(Database database, TimeProvider time)
{
    internal const string Select = """
        SELECT (SELECT created_at FROM deliveries ORDER BY seq DESC LIMIT 1),
            (SELECT COUNT(*) FROM deliveries WHERE state = 0 AND due_at <= @0), (SELECT MIN(due_at) FROM deliveries WHERE state = 0 AND due_at <= @0), (SELECT COUNT(*) FROM deliveries WHERE state = 3),
            (SELECT COUNT(*) FROM outbox WHERE state = 0 AND due_at <= @0), (SELECT MIN(due_at) FROM outbox WHERE state = 0 AND due_at <= @0), (SELECT COUNT(*) FROM outbox WHERE state = 3)
        """;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>How long the page waits for the database. It takes milliseconds, or does not answer.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(3);

    private readonly RecentAnswer<WorkView> _read = new(Every, time, () => database.ReadAsync(session => FindAsync(session, time)));

    /// <summary>How the work stands; null if the database does not say.</summary>
    public async Task<WorkView?> ReadAsync()
    {
        try
        {
            return await _read.GetAsync().WaitAsync(Within, time);
        }
        catch (Exception fault) when (IsOutOfReach(fault))
        {
            return null;
        }
    }

    /// <summary>Whether a fault of reading means that the database does not answer.</summary>
    internal static bool IsOutOfReach(Exception fault) => fault is DbException or StorageException or TimeoutException or IOException or InvalidOperationException;

    private static async Task<WorkView> FindAsync(Session session, TimeProvider time)
    {
        await using var row = await session.ReadAsync(Select, time.NowMilliseconds());
        await row.ReadAsync();
        return new(Time(0), new(row.GetInt64(1), Time(2), row.GetInt64(3)), new(row.GetInt64(4), Time(5), row.GetInt64(6)));

        DateTimeOffset? Time(int column) => row.IsDBNull(column) ? null : Clock.FromMilliseconds(row.GetInt64(column));
    }
}
