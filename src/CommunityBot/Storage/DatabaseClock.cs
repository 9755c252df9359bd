namespace CommunityBot.Storage;

/// <summary>
/// The time of the database, by which all processes that share it go, so that they understand each other's leases, pauses and pace however wrong the clocks of their machines are. From one look at it
/// to the next it goes on with the machine's clock, whose timers it uses.
/// </summary>
/// <param name="machine">The clock of this machine.</param>
public sealed class DatabaseClock(TimeProvider machine) : TimeProvider
{
    /// <summary>An answer that took longer says too little: the time in it may be wrong by half as much. Ends of work and of its lease are 10 s apart.</summary>
    private static readonly TimeSpan MostForAnAnswer = TimeSpan.FromSeconds(2);

    // By the clock of the server, and not as of when the transaction began.
    private const string Now = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint)";

    private long _ahead;

    /// <summary>How far the database's clock is ahead of this machine's; negative where it is behind.</summary>
    public TimeSpan Ahead => new(Volatile.Read(ref _ahead));

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Ahead;

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Looks at the clock of a PostgreSQL database.</summary>
    public async Task LookAsync(Database database)
    {
        var (asked, at) = (machine.GetTimestamp(), machine.GetUtcNow());
        var now = Clock.FromMilliseconds(await database.ReadAsync(session => session.ScalarAsync<long>(Now)));
        var took = machine.GetElapsedTime(asked);
        if (took <= MostForAnAnswer)
        {
            Volatile.Write(ref _ahead, (now - at - (took / 2)).Ticks);
        }
    }
}
