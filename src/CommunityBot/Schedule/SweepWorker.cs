using CommunityBot.Hosting;
using CommunityBot.Work;
using Microsoft.Extensions.Options;

namespace CommunityBot.Schedule;

/// <summary>
/// Runs all sweeps, one after the other, at the start and then each <see cref="BotOptions.SweepInterval"/>; of several replicas one does. One that fails is run again with the next round.
/// </summary>
public sealed partial class SweepWorker(IEnumerable<ISweep> sweeps, SweepLease lease, TimeProvider time, IOptions<BotOptions> options, ILogger<SweepWorker> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.RunAsync(
        options.Value.SweepInterval,
        time,
        async () =>
        {
            foreach (var sweep in sweeps)
            {
                await RunAsync(sweep, stoppingToken);
            }
        },
        stoppingToken);

    private async Task RunAsync(ISweep sweep, CancellationToken stoppingToken)
    {
        try
        {
            if (await lease.TakeAsync())
            {
                await sweep.SweepAsync(time.GetUtcNow(), stoppingToken);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            LogFailed(sweep.Name, fault.GetType().Name, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep {Sweep} failed and is run again with the next round: {Kind}: {Reason}")]
    private partial void LogFailed(string sweep, string kind, string reason);
}
