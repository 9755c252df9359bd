using CommunityBot.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityBot.Inbox;

/// <summary>Deletes the payloads of handled deliveries once they were kept long enough. What could not be handled is kept.</summary>
public sealed partial class PayloadRetention(Inbox inbox, TimeProvider time, IOptions<StorageOptions> options, ILogger<PayloadRetention> logger) : BackgroundService
{
    /// <summary>Time between two rounds; against weeks of keeping an hour is nothing.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await DeleteAsync(stoppingToken);
            }
            while (await rounds.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task DeleteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await inbox.DeletePayloadsAsync(time.GetUtcNow() - options.Value.KeepPayloads) && !stoppingToken.IsCancellationRequested)
            {
            }
        }
        catch (Exception fault)
        {
            LogFailed(fault.GetType().Name, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old payloads could not be deleted, and are looked at again in an hour: {Kind}: {Reason}")]
    private partial void LogFailed(string kind, string reason);
}
