using CommunityBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommunityBot.Hosting;

/// <summary>Whether deliveries can be stored: the database is open, migrated, and takes a write.</summary>
public sealed class StorageHealthCheck(StorageStartup startup, Database database) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!startup.IsReady)
        {
            return HealthCheckResult.Unhealthy("starting");
        }

        try
        {
            await database.WriteAsync(session => session.ScalarAsync<long>("SELECT COUNT(*) FROM lane_pauses WHERE queue = ''")).WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault)
        {
            return HealthCheckResult.Unhealthy($"storage: {fault.Message}");
        }
    }
}
