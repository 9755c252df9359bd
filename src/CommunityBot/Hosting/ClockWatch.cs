using CommunityBot.Storage;
using CommunityBot.Work;

namespace CommunityBot.Hosting;

/// <summary>Keeps looking at the database's clock, and says when this machine's is wrong.</summary>
internal sealed partial class ClockWatch(DatabaseClock clock, Database database, ILogger<ClockWatch> logger) : BackgroundService
{
    /// <summary>In this time what has passed is measured well, and a machine that was suspended, which counts none of it, hears soon what it missed.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>What a clock that is kept by NTP is never off; the operator hears of more.</summary>
    internal static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(5);

    private bool _isOff;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.RunAsync(Every, clock, LookAsync, stoppingToken);

    /// <summary>Looks once.</summary>
    internal async Task LookAsync()
    {
        try
        {
            if (!await clock.LookAsync(database))
            {
                return;
            }
        }
        catch (Exception)
        {
            // The database is out of reach, of which others tell; what it said last holds.
            return;
        }

        var isOff = clock.Ahead.Duration() > Tolerated;
        if (isOff && !_isOff)
        {
            LogOff(Math.Round(clock.Ahead.Duration().TotalSeconds), clock.Ahead < TimeSpan.Zero ? "ahead of" : "behind");
        }

        _isOff = isOff;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock of this machine is {Seconds} s {Direction} the database's, by which all processes go. Set the wrong one of the two right")]
    private partial void LogOff(double seconds, string direction);
}
