using CommunityBot.Hosting;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.GitHub;

/// <summary>
/// Lets requests of an installation through as GitHub's limits allow. In a minute so many
/// <see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits">points</see>, counted in the database since replicas
/// share them; and the last requests of an hour are kept in reserve for what somebody waits for, so that no flood of what nobody asked for leaves a command unanswered.
/// </summary>
public sealed class RequestBudget(InstallationPauses pauses, Database database, TimeProvider time, IOptions<BotOptions> options)
{
    /// <summary>The part of the requests of an hour that is kept in reserve: 500 of GitHub's 5,000, and a command takes about four. Content is kept likewise.</summary>
    public const double Reserve = 0.1;

    /// <summary>Points of a request that reads, as GitHub counts them.</summary>
    public const int Reading = 1;

    /// <summary>Points of a request that writes.</summary>
    public const int Writing = 5;

    /// <summary>Points that are taken from the database at once. What is left of them waits in memory, so with three replicas up to 36 more may be used than are counted.</summary>
    private const int Taken = 12;

    /// <summary>One such part is granted in this time: 720 points a minute.</summary>
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1);

    /// <summary>What may be used at once after a rest: 144 points. With it, and what waits in memory, no minute has more than 900, which is GitHub's limit.</summary>
    private static readonly TimeSpan Burst = 12 * Each;

    /// <summary>How long an installation waits that has used up its points, for as many as are worth beginning again with.</summary>
    private static readonly TimeSpan Refill = 5 * Each;

    private const string Take = """
        INSERT INTO request_points (installation_id, used_until) VALUES (@0, @1 + @2)
        ON CONFLICT (installation_id) DO UPDATE SET used_until = CASE WHEN request_points.used_until < @1 THEN @1 ELSE request_points.used_until END + @2
        WHERE request_points.used_until <= @3
        """;

    private static readonly AsyncLocal<RequestUrgency> Current = new();

    private readonly Lock _lock = new();

    private readonly Dictionary<long, int> _left = [];

    /// <summary>Until when GitHub asks to wait, and what it has left.</summary>
    internal InstallationPauses Pauses => pauses;

    /// <summary>Says how urgent the requests are that the method which calls it makes from now on, and whatever that calls.</summary>
    public static void Be(RequestUrgency urgency) => Current.Value = urgency;

    /// <summary>Pays for a request, unless it belongs to something that was paid for as a whole.</summary>
    /// <exception cref="GitHubPausedException">Not now: nothing is to be asked.</exception>
    internal Task EnterAsync(long installationId, HttpRequestMessage request)
    {
        // What is asked of GraphQL is posted, too; what changes something there has begun.
        var reads = request.Method == HttpMethod.Get || request.RequestUri!.AbsolutePath.EndsWith("/graphql", StringComparison.Ordinal);
        var isPaid = Current.Value == RequestUrgency.Begun || installationId == InstallationPauses.AppItself;
        return PayAsync(installationId, isPaid ? 0 : reads ? Reading : Writing);
    }

    /// <summary>Throws where nothing is to be asked.</summary>
    internal void ThrowIfPaused(long installationId)
    {
        pauses.ThrowIfPaused(installationId);
        if (Current.Value == RequestUrgency.Unasked)
        {
            pauses.ThrowIfReserved(installationId);
        }
    }

    /// <summary>Pays for requests. Who pays for several at once says with <see cref="RequestUrgency.Begun"/> that they are let through, since what is begun is finished.</summary>
    /// <param name="installationId">The installation.</param>
    /// <param name="points">What the requests cost.</param>
    /// <exception cref="GitHubPausedException">Not now: nothing is to be asked.</exception>
    public async Task PayAsync(long installationId, int points)
    {
        ThrowIfPaused(installationId);

        // Who allows more content than GitHub.com does has an Enterprise Server, with limits of its own.
        if (options.Value.ContentPerMinute > BotOptions.DocumentedPerMinute)
        {
            return;
        }

        while (!TryUse(installationId, points))
        {
            await TakeAsync(installationId);
        }
    }

    private bool TryUse(long installationId, int points)
    {
        lock (_lock)
        {
            var left = _left.GetValueOrDefault(installationId);
            if (left < points)
            {
                return false;
            }

            _left[installationId] = left - points;
            return true;
        }
    }

    private async Task TakeAsync(long installationId)
    {
        var now = time.GetUtcNow();
        var latest = now + Burst - Each;
        if (await database.WriteAsync(session => session.ExecuteAsync(
            Take, installationId, now.ToUnixTimeMilliseconds(), (long)Each.TotalMilliseconds, latest.ToUnixTimeMilliseconds())) == 0)
        {
            throw new GitHubPausedException(installationId, now + Refill, "the requests of the minute are used up");
        }

        lock (_lock)
        {
            _left[installationId] = _left.GetValueOrDefault(installationId) + Taken;
        }
    }
}
