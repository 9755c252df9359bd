using CommunityBot.Storage;

namespace CommunityBot.GitHub;

/// <summary>
/// Until when GitHub wants to hear nothing of an installation; 0 stands for the App itself. Looked up in memory, since every request asks; kept in the
/// database as well, since a restart is no reason to ask again, and another replica is told no more than this one (<see cref="SharedPauses"/>).
/// </summary>
public sealed partial class InstallationPauses(Database database, TimeProvider time, ILogger<InstallationPauses> logger)
{
    private const string Select = "SELECT installation_id, until FROM installation_pauses WHERE until > @0";

    private const string Keep = """
        INSERT INTO installation_pauses (installation_id, until) VALUES (@0, @1)
        ON CONFLICT (installation_id) DO UPDATE SET until = CASE WHEN excluded.until > installation_pauses.until THEN excluded.until ELSE installation_pauses.until END
        """;

    /// <summary>What GitHub asks for when a limit names no time: <see href="https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately">a minute, then exponentially more</see>.</summary>
    private static readonly TimeSpan FirstUnnamed = TimeSpan.FromMinutes(1);

    /// <summary>The most that pauses without a named time grow to: the contract promises a try every 10 minutes.</summary>
    private static readonly TimeSpan LongestUnnamed = TimeSpan.FromMinutes(10);

    /// <summary>The App itself, where an installation's number is asked for.</summary>
    public const long AppItself = 0;

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

    /// <summary>No request before a moment. A pause that already lasts longer stays. It is durable when the task completes.</summary>
    public Task PauseAsync(long installationId, DateTimeOffset until)
    {
        lock (_lock)
        {
            var known = _states.GetValueOrDefault(installationId);
            if (until <= known.Until)
            {
                return Task.CompletedTask;
            }

            _states[installationId] = known with { Until = until };
        }

        return KeepAsync(installationId, until);
    }

    /// <summary>Throws <see cref="GitHubPausedException"/> while an installation is paused.</summary>
    public void ThrowIfPaused(long installationId)
    {
        if (PausedUntil(installationId) is { } until)
        {
            throw new GitHubPausedException(installationId, until);
        }
    }

    /// <summary>Throws <see cref="GitHubPausedException"/> while an installation has only its reserve left.</summary>
    public void ThrowIfReserved(long installationId)
    {
        lock (_lock)
        {
            if (_states.TryGetValue(installationId, out var state) && state.ReservedUntil > time.GetUtcNow())
            {
                throw new GitHubPausedException(installationId, state.ReservedUntil, "what is left of the hour is kept for answers") { IsReserve = true };
            }
        }
    }

    /// <summary>Only the reserve is left until a moment. It is not kept: each answer of GitHub says so again.</summary>
    internal void Reserve(long installationId, DateTimeOffset until)
    {
        lock (_lock)
        {
            _states[installationId] = _states.GetValueOrDefault(installationId) with { ReservedUntil = until };
        }
    }

    /// <summary>Takes up what was in force when the process last ended, and what other replicas were told.</summary>
    internal async Task LoadAsync()
    {
        var kept = await database.ReadAsync(async session =>
        {
            var pauses = new List<(long InstallationId, DateTimeOffset Until)>();
            await using var rows = await session.ReadAsync(Select, time.NowMilliseconds());
            while (await rows.ReadAsync())
            {
                pauses.Add((rows.GetInt64(0), Clock.FromMilliseconds(rows.GetInt64(1))));
            }

            return pauses;
        });
        lock (_lock)
        {
            foreach (var (installationId, until) in kept)
            {
                var known = _states.GetValueOrDefault(installationId);
                _states[installationId] = known with { Until = until > known.Until ? until : known.Until };
            }
        }
    }

    /// <summary>GitHub said to wait and not how long: a minute, twice as long each time that it comes again soon after.</summary>
    internal Task PauseUnnamedAsync(long installationId)
    {
        DateTimeOffset until;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var known = _states.GetValueOrDefault(installationId);
            if (known.UnnamedUntil > now)
            {
                // Requests that were already under way run into the same limit: one occasion, not several.
                return Task.CompletedTask;
            }

            // A success in between proves nothing, since reading goes on while commenting is limited; only time does.
            var again = now - known.UnnamedUntil < LongestUnnamed;
            var length = again ? TimeSpan.FromTicks(Math.Min(known.Unnamed.Ticks * 2, LongestUnnamed.Ticks)) : FirstUnnamed;
            until = now + length;
            _states[installationId] = known with { UnnamedUntil = until, Unnamed = length };
        }

        return PauseAsync(installationId, until);
    }

    private async Task KeepAsync(long installationId, DateTimeOffset until)
    {
        LogPaused(installationId, until);
        try
        {
            await database.WriteAsync(session => session.PostAsync(Keep, installationId, until.ToUnixTimeMilliseconds()));
        }
        catch (Exception fault)
        {
            // It holds for as long as the process lives, and what was asked of GitHub has its answer.
            LogNotKept(installationId, fault.GetType().Name, fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "GitHub asks installation {InstallationId} to wait until {Until:O}")]
    private partial void LogPaused(long installationId, DateTimeOffset until);

    [LoggerMessage(LogLevel.Error, "That installation {InstallationId} is to wait would be forgotten at a restart: {Kind}: {Reason}")]
    private partial void LogNotKept(long installationId, string kind, string reason);

    /// <summary>The pause in force, of the last one without a named time its end and length, and until when only the reserve is left.</summary>
    private readonly record struct State(DateTimeOffset Until, DateTimeOffset UnnamedUntil, TimeSpan Unnamed, DateTimeOffset ReservedUntil);
}
