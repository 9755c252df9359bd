using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace CommunityBot.Web.Limits;

/// <summary>How many requests for pages are answered. Webhooks, health and metrics have no part in it.</summary>
public static class RateLimits
{
    /// <summary>Requests of one client in a <see cref="Window"/>: five a second, by far more than somebody who types in the playground, and few enough that one alone keeps nobody waiting.</summary>
    public const int EachClient = 300;

    /// <summary>Requests in a <see cref="Window"/> of all whose address is not known: everybody, where a proxy does not tell; but where it does, half is left for those who come through it.</summary>
    public const int Unknown = All / 2;

    /// <summary>Requests of all in a <see cref="Window"/>: a hundred a second take less than one processor, so the door for webhooks stays open.</summary>
    public const int All = 6_000;

    /// <summary>What is counted together. A minute is short enough to wait for.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Clients are counted in so many groups, so that the memory for it is bounded whatever addresses come: some 2 MB. Two that are in one group share a limit; which two is different in each process.
    /// </summary>
    private const int Groups = 4_096;

    private static readonly int Salt = Random.Shared.Next();

    /// <summary>Adds the limits.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, int>(http => ClientAddress.Of(http) is { } client
                ? RateLimitPartition.GetFixedWindowLimiter(GroupOf(client), _ => Limit(EachClient))
                : RateLimitPartition.GetFixedWindowLimiter(-1, _ => Limit(Unknown))),
            PartitionedRateLimiter.Create<HttpContext, int>(_ => RateLimitPartition.GetFixedWindowLimiter(0, _ => Limit(All))));
        limits.OnRejected = TellWhen;
    });

    private static FixedWindowRateLimiterOptions Limit(int requests) => new() { PermitLimit = requests, Window = Window };

    private static int GroupOf(IPAddress client) => (int)((uint)HashCode.Combine(Salt, client) % Groups);

    private static ValueTask TellWhen(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
