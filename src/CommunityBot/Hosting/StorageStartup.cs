using System.Reflection;
using CommunityBot.GitHub;
using CommunityBot.Outbox;
using CommunityBot.Storage;
using CommunityBot.Work;

namespace CommunityBot.Hosting;

/// <summary>Opens the database before anything else starts, sets the clock by it if it is shared, and frees what was in hand when the process last ended.</summary>
public sealed partial class StorageStartup(
    Database database,
    Inbox.Inbox inbox,
    ContentPacer pacer,
    InstallationPauses pauses,
    DatabaseUse use,
    IHostApplicationLifetime lifetime,
    ILogger<StorageStartup> logger,
    DatabaseClock? clock = null)
    : IHostedService
{
    /// <summary>Whether the database is open and its tables are up to date.</summary>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.OpenAsync(cancellationToken);
        if (clock is not null)
        {
            await clock.BeginAsync(database);
        }

        await use.TakeOverAsync();
        await pauses.LoadAsync();
        if (!database.IsShared)
        {
            // Whoever had work in hand is dead. Of replicas nobody knows that before their leases end.
            await inbox.Work.RecoverAsync(TimeSpan.Zero, all: true);

            // A comment may be there that a read at GitHub does not show yet.
            await pacer.RecoverAsync(RetrySchedule.First, all: true);
        }

        IsReady = true;

        // Where it does not come to work, all that is said is why.
        var version = typeof(StorageStartup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        lifetime.ApplicationStarted.Register(() => LogOpened(version, database.Place));
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "CommunityBot {Version} works on {Place}")]
    private partial void LogOpened(string? version, string place);
}
