using CommunityBot.GitHub;
using CommunityBot.Outbox;
using CommunityBot.Storage;
using CommunityBot.Work;

namespace CommunityBot.Hosting;

/// <summary>Opens the database before anything else starts, and frees what was in hand when the process last ended.</summary>
public sealed class StorageStartup(Database database, Inbox.Inbox inbox, ContentPacer pacer, InstallationPauses pauses, PreviewEnd previews) : IHostedService
{
    /// <summary>Whether the database is open and its tables are up to date.</summary>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.OpenAsync(cancellationToken);
        await pauses.LoadAsync();
        if (!database.IsShared)
        {
            // Whoever had work in hand is dead. Of replicas nobody knows that before their leases end.
            await inbox.Work.RecoverAsync(TimeSpan.Zero, all: true);

            // A comment may be there that a read at GitHub does not show yet.
            await pacer.RecoverAsync(RetrySchedule.First, all: true);
        }

        await previews.TakeOverAsync();
        IsReady = true;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
