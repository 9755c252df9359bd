using Octokit;
using Octokit.Internal;

namespace CommunityBot.GitHub;

/// <summary>
/// Octokit's client without its own time-out of 100 seconds. For that it makes, for each request, a timer and a link to the
/// caller's token and disposes neither, so a token that lives as long as the process gathers links. <see cref="RetryRules"/> has the time-outs.
/// </summary>
internal sealed class TimerlessHttpClient : HttpClientAdapter, IHttpClient
{
    public TimerlessHttpClient(Func<HttpMessageHandler> handler)
        : base(handler) => SetRequestTimeout(Timeout.InfiniteTimeSpan);

    Task<IResponse> IHttpClient.Send(IRequest request, CancellationToken cancellationToken, Func<object, object> preprocessResponseBody)
    {
        // What Octokit's connection makes is always this type, and zero is its word for no time-out.
        ((Request)request).Timeout = TimeSpan.Zero;
        return Send(request, cancellationToken, preprocessResponseBody);
    }
}
