using CommunityBot.Hosting;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.GitHub;

/// <summary>
/// Lets requests of an installation through as GitHub's limits allow. In a minute so many
/// <see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits">points</see>, counted in the database since replicas
/// share them; and the last requests of an hour are kept in reserve for what somebody waits for, so that no flood of what nobody asked for leaves a command unanswered.
/// What has begun is let through to its end, and what it uses is missing afterwards: if each were stopped in the middle, all would begin again and none would end.
/// </summary>
public sealed class RequestBudget(InstallationPauses pauses, Database database, TimeProvider time, IOptions<BotOptions> options)
{
    /// <summary>The part of the requests of an hour that is kept in reserve: 500 of GitHub's 5,000, and a command takes about four. Content is kept likewise.</summary>
    public const double Reserve = 0.1;

    /// <summary>Points of a request that reads, as GitHub counts them.</summary>
    public const int Reading = 1;

    /// <summary>Points of a request that writes.</summary>
    public const int Writing = 5;

    /// <summary>Points that are taken from the database at once, so that few requests write there. What is left of them waits in memory.</summary>
    private const int Taken = 10;

    /// <summary>One such part is granted in this time: 600 points a minute. GitHub's limit is 900; the rest is for what has begun.</summary>
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1);

    /// <summary>What may be used at once after a rest: 100 points.</summary>
    private static readonly TimeSpan Burst = 10 * Each;

    /// <summary>What a lower urgency leaves to the next higher one: 20 points, which are enough for a comment with what goes with it.</summary>
    private static readonly TimeSpan Left = 2 * Each;

    /// <summary>How long an installation waits that has used up its points, for as many as are worth beginning again with.</summary>
    private static readonly TimeSpan Refill = 5 * Each;

    /// <summary>Further ahead than what was begun ever brings it, which is some hundred points: a clock that has been set back since recorded it, and it says nothing.</summary>
    private static readonly TimeSpan Absurd = 600 * Each;

    private const string Take = """
        INSERT INTO request_points (installation_id, used_until) VALUES (@0, @1 + @2)
        ON CONFLICT (installation_id) DO UPDATE SET used_until = CASE WHEN request_points.used_until BETWEEN @1 AND @4 THEN request_points.used_until ELSE @1 END + @2
        WHERE request_points.used_until <= @3 OR request_points.used_until > @4
        """;

    private static readonly AsyncLocal<Flow?> Current = new();

    private readonly Lock _lock = new();

    private readonly Dictionary<long, int> _waiting = [];

    /// <summary>Until when GitHub asks to wait, and what it has left.</summary>
    internal InstallationPauses Pauses => pauses;

    /// <summary>Begins something: what the method that calls it asks from now on, and whatever that calls, belongs together and is so urgent.</summary>
    public static void Begin(RequestUrgency urgency) => Current.Value = new(urgency);

    /// <summary>Pays for all requests of what was begun at once.</summary>
    /// <param name="installationId">The installation.</param>
    /// <param name="points">What they cost.</param>
    /// <exception cref="GitHubPausedException">Not now: nothing is to be asked.</exception>
    public async Task PayAsync(long installationId, int points)
    {
        await PayAsync(installationId, points, Current.Value);
        Current.Value?.IsPaid = true;
    }

    /// <summary>Pays for a request, unless it was paid for.</summary>
    /// <exception cref="GitHubPausedException">Not now: nothing is to be asked.</exception>
    internal Task EnterAsync(long installationId, HttpRequestMessage request)
    {
        ThrowIfPaused(installationId);

        // What is asked of GraphQL is posted, too; what changes something there was paid for.
        var reads = request.Method == HttpMethod.Get || request.RequestUri!.AbsolutePath.EndsWith("/graphql", StringComparison.Ordinal);
        return installationId == InstallationPauses.AppItself || Current.Value is { IsPaid: true }
            ? Task.CompletedTask
            : PayAsync(installationId, reads ? Reading : Writing, Current.Value);
    }

    /// <summary>Throws where nothing is to be asked.</summary>
    internal void ThrowIfPaused(long installationId)
    {
        pauses.ThrowIfPaused(installationId);
        if (Current.Value is not ({ Urgency: RequestUrgency.Awaited } or { HasBegun: true }))
        {
            pauses.ThrowIfReserved(installationId);
        }
    }

    private async Task PayAsync(long installationId, int points, Flow? flow)
    {
        // Who allows more content than GitHub.com does has an Enterprise Server, with limits of its own.
        if (options.Value.ContentPerMinute <= BotOptions.DocumentedPerMinute)
        {
            while (!TryUse(installationId, points))
            {
                await TakeAsync(installationId, flow);
            }

            // GitHub may have said something while the database was waited for.
            ThrowIfPaused(installationId);
        }

        flow?.HasBegun = true;
    }

    private bool TryUse(long installationId, int points)
    {
        lock (_lock)
        {
            var waiting = _waiting.GetValueOrDefault(installationId);
            if (waiting < points)
            {
                return false;
            }

            _waiting[installationId] = waiting - points;
            return true;
        }
    }

    private async Task TakeAsync(long installationId, Flow? flow)
    {
        var now = time.GetUtcNow();
        var urgency = flow?.Urgency ?? RequestUrgency.Unasked;
        var latest = now + Burst - Each - ((RequestUrgency.Awaited - urgency) * Left);
        var granted = await database.WriteAsync(
            session => session.ExecuteAsync(
                Take,
                installationId,
                now.ToUnixTimeMilliseconds(),
                (long)Each.TotalMilliseconds,
                flow is { HasBegun: true } ? long.MaxValue : latest.ToUnixTimeMilliseconds(),
                (now + Absurd).ToUnixTimeMilliseconds()),
            WriteOrder.InTurn);
        if (granted == 0)
        {
            throw new GitHubPausedException(installationId, now + Refill, "the requests of the minute are used up") { IsReserve = urgency != RequestUrgency.Awaited };
        }

        lock (_lock)
        {
            _waiting[installationId] = _waiting.GetValueOrDefault(installationId) + Taken;
        }
    }

    /// <summary>A delivery that is handled, or a message that is posted.</summary>
    private sealed class Flow(RequestUrgency urgency)
    {
        public RequestUrgency Urgency => urgency;

        /// <summary>Whether something was asked for it.</summary>
        public bool HasBegun { get; set; }

        /// <summary>Whether all that it asks was paid for.</summary>
        public bool IsPaid { get; set; }
    }
}
