using CommunityBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommunityBot.Hosting;

/// <summary>Whether deliveries can be stored: the database is open, migrated, and takes a write. It remembers the last answer, so there is one of it.</summary>
public sealed class StorageHealthCheck : IHealthCheck
{
    /// <summary>
    /// A transaction that changes no page is never written, so a row is. It is in a table that is there anyway, for a queue that is not, and the process's own, since one for all replicas would have
    /// them wait for each other with other locks in hand.
    /// </summary>
    private const string Write =
        "INSERT INTO lane_pauses (queue, lane, rank, until) VALUES ('health', @0, 0, @1) ON CONFLICT (queue, lane, rank) DO UPDATE SET until = excluded.until";

    /// <summary>Time between two writes, however often it is asked: anybody can ask.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    /// <summary>How long a write may take; a delivery is answered 503 after as long.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(8);

    /// <summary>How long the row stays when nobody asks any more: longer than between two questions, so that it goes only when the process has.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly long _lane = Random.Shared.NextInt64();

    private readonly StorageStartup _startup;

    private readonly TimeProvider _time;

    private readonly RecentAnswer<int> _write;

    /// <summary>Checks a database.</summary>
    public StorageHealthCheck(StorageStartup startup, Database database, TimeProvider time)
    {
        (_startup, _time) = (startup, time);
        _write = new(Every, time, () => database.WriteAsync(session => session.ExecuteAsync(Write, _lane, (time.GetUtcNow() + Kept).ToUnixTimeMilliseconds())));
    }

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!_startup.IsReady)
        {
            return HealthCheckResult.Unhealthy("starting");
        }

        try
        {
            await _write.GetAsync().WaitAsync(Within, _time, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault)
        {
            return HealthCheckResult.Unhealthy($"storage: {fault.Message}");
        }
    }
}
