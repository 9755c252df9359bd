using Octokit;
using Octokit.Internal;

namespace CommunityBot.GitHub;

/// <summary>
/// Octokit's client without its own time-out of 100 seconds. For that it makes, for each request, a timer and a link to the
/// caller's token and disposes neither, so a token that lives as long as the process gathers links. <see cref="RetryRules"/> has the time-outs.
/// </summary>
internal sealed class TimerlessHttpClient : HttpClientAdapter, IHttpClient
{
    private static readonly AsyncLocal<string?> Known = new();

    public TimerlessHttpClient(Func<HttpMessageHandler> handler)
        : base(handler) => SetRequestTimeout(Timeout.InfiniteTimeSpan);

    /// <summary>Makes the requests of the calling method conditional: what still has this ETag is answered with 304. Octokit's connection has no way to say so.</summary>
    public static void AskOnlyIfChanged(string? etag) => Known.Value = etag;

    Task<IResponse> IHttpClient.Send(IRequest request, CancellationToken cancellationToken, Func<object, object> preprocessResponseBody)
    {
        // What Octokit's connection makes is always this type, and zero is its word for no time-out.
        ((Request)request).Timeout = TimeSpan.Zero;
        if (request.Body is string)
        {
            // Octokit calls the body of a PATCH or DELETE that of a form.
            ((Request)request).ContentType = "application/json";
        }

        if (Known.Value is { } etag)
        {
            request.Headers["If-None-Match"] = etag;
        }

        return Send(request, cancellationToken, preprocessResponseBody);
    }
}
