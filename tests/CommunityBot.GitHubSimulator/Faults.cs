using System.Collections.Concurrent;

namespace CommunityBot.GitHubSimulator;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>It is answered with a status, and nothing was done.</summary>
    Status,

    /// <summary>It is carried out, and answered with a status all the same.</summary>
    StatusAfterTheEffect,

    /// <summary>The connection breaks, and nothing was done.</summary>
    ResetBeforeTheEffect,

    /// <summary>It is carried out, and the connection breaks before the answer.</summary>
    ResetAfterTheEffect,

    /// <summary>It takes long, and then goes well.</summary>
    SlowBeforeTheEffect,

    /// <summary>It is carried out at once, and the answer takes long.</summary>
    SlowAfterTheEffect,
}

/// <summary>A fault, for the requests that it fits.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Fits">Which requests, by method and path.</param>
public sealed record Fault(FaultKind Kind, Func<string, string, bool> Fits)
{
    /// <summary>How often it strikes at most.</summary>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>How likely it strikes, from 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>The status of <see cref="FaultKind.Status"/> and <see cref="FaultKind.StatusAfterTheEffect"/>.</summary>
    public int Status { get; init; } = 502;

    /// <summary>The message in the body.</summary>
    public string Message { get; init; } = "Server Error";

    /// <summary>How long <see cref="FaultKind.SlowBeforeTheEffect"/> and <see cref="FaultKind.SlowAfterTheEffect"/> take.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>More headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>GitHub's word that an installation has asked too much; with a time to wait if <paramref name="retryAfter"/> is given.</summary>
    public static Fault SecondaryLimit(Func<string, string, bool> fits, int status = 403, int? retryAfter = null) => new(FaultKind.Status, fits)
    {
        Status = status,
        Message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
        Headers = retryAfter is { } seconds ? new Dictionary<string, string> { ["retry-after"] = $"{seconds}" } : new Dictionary<string, string>(),
    };

    /// <summary>GitHub's word that the requests of an hour are used up until a time.</summary>
    public static Fault PrimaryLimit(Func<string, string, bool> fits, DateTimeOffset reset, int status = 403) => new(FaultKind.Status, fits)
    {
        Status = status,
        Message = "API rate limit exceeded for installation.",
        Headers = new Dictionary<string, string> { ["x-ratelimit-remaining"] = "0", ["x-ratelimit-reset"] = $"{reset.ToUnixTimeSeconds()}" },
    };

    /// <summary>What happens when <see cref="FaultKind.ResetBeforeTheEffect"/> or <see cref="FaultKind.ResetAfterTheEffect"/> strikes, before the connection breaks, or <see cref="FaultKind.SlowBeforeTheEffect"/>.</summary>
    public Func<Task> Striking { get; init; } = () => Task.CompletedTask;

    internal int Struck { get; set; }
}

/// <summary>What goes wrong at this GitHub.</summary>
public sealed class Faults(TimeProvider time, int seed)
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];
    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<long, (DateTimeOffset From, DateTimeOffset Until)> _pauses = new();

    private int _whilePaused;

    /// <summary>Whether anything went wrong so far.</summary>
    public bool HaveStruck { get; private set; }

    /// <summary>By how much listings lag behind: what is younger is not in them.</summary>
    public TimeSpan ReadLag { get; set; }

    /// <summary>How long each request is on its way, by this GitHub's clock.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Requests of an installation while it was told to wait; those that were under way when it was told are not meant.</summary>
    public int RequestsWhilePaused => _whilePaused;

    /// <summary>Adds a fault.</summary>
    public void Add(Fault fault)
    {
        lock (_lock)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>From here on all goes well.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    /// <summary>Whether a listing shows what was made at a time.</summary>
    public bool Shows(DateTimeOffset madeAt) => ReadLag == TimeSpan.Zero || madeAt + ReadLag <= time.GetUtcNow();

    internal Fault? Strike(string method, string path)
    {
        lock (_lock)
        {
            var fault = _faults.FirstOrDefault(candidate =>
                candidate.Struck < candidate.Times && candidate.Fits(method, path) && (candidate.Probability >= 1 || Next() < candidate.Probability));
            if (fault is not null)
            {
                fault.Struck++;
                HaveStruck = true;
            }

            return fault;
        }
    }

    internal void Pause(long installationId, IReadOnlyDictionary<string, string> headers)
    {
        if (headers.TryGetValue("retry-after", out var seconds))
        {
            Pause(installationId, time.GetUtcNow().AddSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)));
        }
        else if (headers.TryGetValue("x-ratelimit-reset", out var reset))
        {
            Pause(installationId, DateTimeOffset.FromUnixTimeSeconds(long.Parse(reset, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    internal void CountIfPaused(long installationId)
    {
        if (installationId != 0 && _pauses.TryGetValue(installationId, out var pause) && time.GetUtcNow() is var now && now >= pause.From && now < pause.Until)
        {
            Interlocked.Increment(ref _whilePaused);
        }
    }

    private void Pause(long installationId, DateTimeOffset until) => _pauses[installationId] = (time.GetUtcNow() + Latency, until);

    // Seeded, so that a run can be had again.
#pragma warning disable CA5394
    private double Next() => _random.NextDouble();
#pragma warning restore CA5394
}
