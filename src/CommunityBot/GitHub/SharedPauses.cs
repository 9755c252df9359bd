using CommunityBot.Hosting;
using CommunityBot.Storage;
using CommunityBot.Work;

namespace CommunityBot.GitHub;

/// <summary>Has a replica know what GitHub told the others: that an installation is to wait.</summary>
public sealed partial class SharedPauses(InstallationPauses pauses, Database database, TimeProvider time, ILogger<SharedPauses> logger) : BackgroundService
{
    /// <summary>GitHub puts up with what was on its way when it asked to wait; a second more is about that. It is one look at a table that is nearly empty.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly Outage _outage = new(time);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        database.IsShared ? Rounds.RunAsync(Every, time, LoadAsync, stoppingToken) : Task.CompletedTask;

    private async Task LoadAsync()
    {
        try
        {
            await pauses.LoadAsync();
            if (_outage.End() is { } lasted)
            {
                LogWorksAgain((long)lasted.TotalSeconds);
            }
        }
        catch (Exception fault)
        {
            if (_outage.IsToBeTold())
            {
                LogFailed(fault.GetType().Name, fault.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What GitHub told other replicas cannot be read; it is looked for again each second: {Kind}: {Reason}")]
    private partial void LogFailed(string kind, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "What GitHub told other replicas is read again, after {Seconds} s")]
    private partial void LogWorksAgain(long seconds);
}
