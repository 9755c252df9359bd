using System.Collections.Concurrent;

namespace CommunityBot.GitHubSimulator;

/// <summary>
/// The requests of an hour that this GitHub grants an installation, and how many were under way at once. It is stricter than the real one: that nothing has changed is an answer
/// that counts, too.
/// </summary>
public sealed class RequestLimits(TimeProvider time)
{
    private readonly ConcurrentDictionary<(long Installation, string Resource), Window> _windows = new();
    private readonly ConcurrentDictionary<long, int> _underWay = new();
    private readonly Lock _lock = new();

    /// <summary>What is granted, of each resource.</summary>
    public int PerHour { get; set; } = 5_000;

    /// <summary>The most requests of one installation that were under way at once so far.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Counts a request.</summary>
    /// <returns>What is left after it, less than nothing if it is one too many, and when there is more again.</returns>
    internal (int Remaining, DateTimeOffset Reset) Take(long installationId, string resource)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var window = _windows.GetValueOrDefault((installationId, resource));
            window = window.Reset > now ? window with { Used = window.Used + 1 } : new Window(1, now.AddHours(1));
            _windows[(installationId, resource)] = window;
            return (PerHour - window.Used, window.Reset);
        }
    }

    internal void Enter(long installationId)
    {
        lock (_lock)
        {
            MostAtOnce = Math.Max(MostAtOnce, _underWay.AddOrUpdate(installationId, 1, (_, before) => before + 1));
        }
    }

    internal void Leave(long installationId) => _underWay.AddOrUpdate(installationId, 0, (_, before) => before - 1);

    private readonly record struct Window(int Used, DateTimeOffset Reset);
}
