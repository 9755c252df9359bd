using CommunityBot.Work;

namespace CommunityBot.Hosting;

/// <summary>
/// Ends a preview on a shared database when another process there has got credentials. The host that follows takes them, too, where it finds them; else the process ends, and says what it lacks.
/// </summary>
internal sealed class PreviewWatch(DatabaseUse use, HostSwap swap, TimeProvider time) : BackgroundService
{
    /// <summary>Less than it takes to install the App that was just made, before which nothing comes for it.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.RunAsync(Every, time, LookAsync, stoppingToken);

    private async Task LookAsync()
    {
        try
        {
            if (await use.IsServicesAsync())
            {
                swap.Begin();
            }
        }
        catch (Exception)
        {
            // The database is out of reach, of which others tell.
        }
    }
}
