using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace CommunityBot.GitHub;

/// <summary>What is tried again at once, and when GitHub as a whole counts as down.</summary>
internal static class RetryRules
{
    /// <summary>GitHub itself gives up <see href="https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#timeouts">after 10 seconds</see>; the rest is the way there and back.</summary>
    internal static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Enough for a hiccup; what lasts longer is tried again later by whoever asked.</summary>
    private const int Retries = 2;

    /// <summary>The first wait, doubled for the next and blurred, so that callers do not come back in step.</summary>
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>One endpoint that is down, among others that work, stays below it.</summary>
    private const double FailureRatio = 0.9;

    /// <summary>Requests in <see cref="Sampling"/> without which the ratio says nothing.</summary>
    private const int MinimumRequests = 50;

    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(30);

    /// <summary>Short, since a host that is back should be used again; each end of it lets one request through to see.</summary>
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The pipeline that all requests share. Only safe methods are sent again: a write that seemed to fail may have taken place.
    /// Limits (403, 429) are no faults; they are waited for elsewhere.
    /// </summary>
    public static ResiliencePipeline<HttpResponseMessage> Build(TimeProvider time)
    {
        var retry = new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            Delay = FirstDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldRetryAfterHeader = false,
            ShouldHandle = static args => ValueTask.FromResult(IsFault(args.Outcome)),
        };
        retry.DisableForUnsafeHttpMethods();
        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(retry)
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = MinimumRequests,
                SamplingDuration = Sampling,
                BreakDuration = Break,
                ShouldHandle = static args => ValueTask.FromResult(IsFault(args.Outcome)),
            })
            .AddTimeout(AttemptTimeout)
            .Build();
    }

    private static bool IsFault(Outcome<HttpResponseMessage> outcome)
        => outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException
            || outcome.Result is { StatusCode: >= HttpStatusCode.InternalServerError };
}
