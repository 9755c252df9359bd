namespace CommunityBot.Storage;

/// <summary>
/// The time of the database, by which all processes that share it go, so that they understand each other's leases, pauses and pace however wrong the clocks of their machines are, and however they are
/// set meanwhile: from one look at it to the next it goes on by what has passed.
/// </summary>
/// <param name="machine">The clock of this machine.</param>
public sealed class DatabaseClock(TimeProvider machine) : TimeProvider
{
    /// <summary>An answer that took longer says too little: the time in it may be wrong by half as much. Ends of work and of its lease are 10 s apart.</summary>
    private static readonly TimeSpan MostForAnAnswer = TimeSpan.FromSeconds(2);

    /// <summary>Looks at the start. The first one opens a connection, and a machine that has just begun is slow.</summary>
    private const int MostTries = 5;

    // By the clock of the server, and not as of when the transaction began.
    private const string Now = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint)";

    private volatile Look? _looked;

    /// <summary>How far the database's clock is ahead of this machine's; negative where it is behind.</summary>
    public TimeSpan Ahead => GetUtcNow() - machine.GetUtcNow();

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _looked is { } look ? look.Time + machine.GetElapsedTime(look.At) : machine.GetUtcNow();

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Looks at the clock of a PostgreSQL database.</summary>
    /// <returns>Whether the answer came soon enough to be taken.</returns>
    public async Task<bool> LookAsync(Database database)
    {
        var asked = machine.GetTimestamp();
        var now = Clock.FromMilliseconds(await database.ReadAsync(session => session.ScalarAsync<long>(Now)));
        var (at, took) = (machine.GetTimestamp(), machine.GetElapsedTime(asked));
        if (took > MostForAnAnswer)
        {
            return false;
        }

        _looked = new(now + (took / 2), at);
        return true;
    }

    /// <summary>Looks until an answer comes soon enough.</summary>
    /// <exception cref="StorageException">None does.</exception>
    public async Task BeginAsync(Database database)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await LookAsync(database))
            {
                return;
            }
        }

        throw new StorageException($"ConnectionStrings:CommunityBot: {database.Place} answers too slowly: it took more than {MostForAnAnswer.TotalSeconds} s to tell the time, {MostTries} times.");
    }

    // Of reference type, so that it changes at once for all who read it.
    private sealed record Look(DateTimeOffset Time, long At);
}
