namespace CommunityBot.GitHub;

/// <summary>
/// Until when GitHub wants to hear nothing of an installation; 0 stands for the App itself. Kept in memory: what must outlive the process, the outbox keeps
/// from the exception.
/// </summary>
public sealed partial class InstallationPauses(TimeProvider time, ILogger<InstallationPauses> logger)
{
    /// <summary>What GitHub asks for when a limit names no time: <see href="https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately">a minute, then exponentially more</see>.</summary>
    private static readonly TimeSpan FirstUnnamed = TimeSpan.FromMinutes(1);

    /// <summary>The most that pauses without a named time grow to: the contract promises a try every 10 minutes.</summary>
    private static readonly TimeSpan LongestUnnamed = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, State> _states = [];

    /// <summary>When the next request may be made, or null if that is now.</summary>
    public DateTimeOffset? PausedUntil(long installationId)
    {
        lock (_lock)
        {
            return _states.TryGetValue(installationId, out var state) && state.Until > time.GetUtcNow() ? state.Until : null;
        }
    }

    /// <summary>No request before a moment. A pause that already lasts longer stays.</summary>
    public void Pause(long installationId, DateTimeOffset until)
    {
        lock (_lock)
        {
            var known = _states.GetValueOrDefault(installationId);
            Set(installationId, known with { Until = Latest(known.Until, until) });
        }
    }

    /// <summary>Throws <see cref="GitHubPausedException"/> while an installation is paused.</summary>
    public void ThrowIfPaused(long installationId)
    {
        if (PausedUntil(installationId) is { } until)
        {
            throw new GitHubPausedException(installationId, until);
        }
    }

    /// <summary>GitHub said to wait and not how long: a minute, twice as long each time that it comes again soon after.</summary>
    internal void PauseUnnamed(long installationId)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var known = _states.GetValueOrDefault(installationId);
            if (known.UnnamedUntil > now)
            {
                // Requests that were already under way run into the same limit: one occasion, not several.
                return;
            }

            // A success in between proves nothing, since reading goes on while commenting is limited; only time does.
            var again = now - known.UnnamedUntil < LongestUnnamed;
            var length = again ? TimeSpan.FromTicks(Math.Min(known.Unnamed.Ticks * 2, LongestUnnamed.Ticks)) : FirstUnnamed;
            Set(installationId, new State(Latest(known.Until, now + length), now + length, length));
        }
    }

    private void Set(long installationId, State state)
    {
        if (state.Until > _states.GetValueOrDefault(installationId).Until)
        {
            LogPaused(installationId, state.Until);
        }

        _states[installationId] = state;
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    [LoggerMessage(LogLevel.Warning, "GitHub asks installation {InstallationId} to wait until {Until:O}")]
    private partial void LogPaused(long installationId, DateTimeOffset until);

    /// <summary>The pause in force, and of the last one without a named time its end and length.</summary>
    private readonly record struct State(DateTimeOffset Until, DateTimeOffset UnnamedUntil, TimeSpan Unnamed);
}
