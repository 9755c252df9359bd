using System.Net;
using CommunityBot.Web.Limits;
using Microsoft.AspNetCore.Http;

namespace CommunityBot.Tests.Web;

/// <summary>Who is told from whom, and who could pass for somebody else.</summary>
public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("11.0.0.1", "11.0.0.1")]
    [InlineData("172.32.0.1", "172.32.0.1")]
    [InlineData("100.128.0.1", "100.128.0.1")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2::")]
    public void Who_comes_from_the_Internet_is_who_they_are_whatever_they_say(string peer, string client) => Assert.Equal(IPAddress.Parse(client), Of(peer, "198.51.100.1"));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.254")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    public void Who_is_near_is_a_proxy_and_its_last_word_is_taken(string peer)
    {
        Assert.Equal(IPAddress.Parse("198.51.100.1"), Of(peer, "203.0.113.7, 198.51.100.1"));
        Assert.Equal(IPAddress.Parse("198.51.100.1"), Of(peer, "203.0.113.7", "198.51.100.1"));
        Assert.Equal(IPAddress.Parse("198.51.100.1"), Of(peer, "198.51.100.1:4711"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("203.0.113.7, _hidden")]
    public void Whom_a_proxy_does_not_name_nobody_knows(string forwarded) => Assert.Null(Of("10.1.2.3", forwarded));

    [Fact]
    public void Without_a_peer_nobody_is_known() => Assert.Null(Of(peer: null, "198.51.100.1"));

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    public void A_customer_has_one_network_of_IPv6_and_one_address_of_IPv4(string one, string other, bool isSame) => Assert.Equal(isSame, Equals(Of(one), Of(other)));

    private static IPAddress? Of(string? peer, params string[] forwarded)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer);
        http.Request.Headers["X-Forwarded-For"] = forwarded;
        return ClientAddress.Of(http);
    }
}
