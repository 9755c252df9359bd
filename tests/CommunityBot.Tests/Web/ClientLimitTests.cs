using System.Net;
using CommunityBot.Web.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Web;

public sealed class ClientLimitTests
{
    [Theory]
    [InlineData("10.0.0.1", null)]
    [InlineData("10.0.0.1", "unknown")]
    [InlineData("::1", "")]
    public void Who_is_not_known_leaves_something_for_who_is(string peer, string? forwarded)
    {
        using var services = new ServiceCollection().AddLogging().AddRateLimits().BuildServiceProvider();
        var limiter = services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;

        var answered = 0;
        while (answered < RateLimits.All && IsAnswered(peer, forwarded))
        {
            answered++;
        }

        Assert.Equal(RateLimits.Unknown, answered);
        Assert.True(IsAnswered("203.0.113.7", forwarded: null));
        Assert.True(IsAnswered(peer, "203.0.113.8"));

        bool IsAnswered(string peer, string? forwarded)
        {
            var http = new DefaultHttpContext();
            http.Connection.RemoteIpAddress = IPAddress.Parse(peer);
            http.Request.Headers["X-Forwarded-For"] = forwarded;
            using var lease = limiter.AttemptAcquire(http);
            return lease.IsAcquired;
        }
    }
}
