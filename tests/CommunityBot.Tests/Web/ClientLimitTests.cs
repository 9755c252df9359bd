using System.Net;
using System.Threading.RateLimiting;
using CommunityBot.Web.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Web;

public sealed class ClientLimitTests : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private readonly PartitionedRateLimiter<HttpContext> _limiter;

    public ClientLimitTests()
    {
        _services = new ServiceCollection().AddLogging().AddRateLimits().BuildServiceProvider();
        _limiter = _services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Theory]
    [InlineData("10.0.0.1", null)]
    [InlineData("10.0.0.1", "unknown")]
    [InlineData("::1", "")]
    public void Who_is_not_known_leaves_something_for_who_is(string peer, string? forwarded)
    {
        Assert.Equal(RateLimits.Unknown, CountAnswered(_ => (peer, forwarded)));
        Assert.True(IsAnswered("203.0.113.7", forwarded: null));
        Assert.True(IsAnswered(peer, "203.0.113.8"));
    }

    [Fact]
    public void Who_asks_too_often_gains_nothing_by_calling_themselves_otherwise()
    {
        Assert.Equal(RateLimits.EachClient, CountAnswered(number => ("203.0.113.7", $"198.51.100.{number % 256}")));
        Assert.True(IsAnswered("203.0.113.8", forwarded: null));
    }

    [Fact]
    public void All_together_have_a_limit_too() => Assert.Equal(RateLimits.All, CountAnswered(number => ($"203.0.{number / 256}.{number % 256}", null)));

    private int CountAnswered(Func<int, (string Peer, string? Forwarded)> who)
    {
        var answered = 0;
        while (answered <= RateLimits.All && who(answered) is var (peer, forwarded) && IsAnswered(peer, forwarded))
        {
            answered++;
        }

        return answered;
    }

    private bool IsAnswered(string peer, string? forwarded)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        http.Request.Headers["X-Forwarded-For"] = forwarded;
        using var lease = _limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }
}
