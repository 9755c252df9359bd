using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.GitHub;

/// <summary>The body of the first answer to a read stalls after its headers have arrived; meanwhile 15 seconds go by.</summary>
internal sealed class StalledBodyHandler(FakeTimeProvider time) : DelegatingHandler
{
    private bool _stalled;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (request.Method == HttpMethod.Get && !_stalled)
        {
            _stalled = true;
            answer.Content = new StalledContent(time);
        }

        return answer;
    }

    private sealed class StalledContent(FakeTimeProvider time) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
            => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            time.Advance(TimeSpan.FromSeconds(15));
            return Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
