using System.Net;
using CommunityBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Tests.Web;

public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", "https://bot.example.org")]
    [InlineData("::ffff:172.17.0.1", "https://bot.example.org")]
    [InlineData("fd00::1", "https://bot.example.org")]
    [InlineData("203.0.113.7", "http://10.0.0.2:8080")]
    [InlineData("2001:db8::1", "http://10.0.0.2:8080")]
    public async Task What_it_says_of_its_address_is_believed_where_it_is_near(string peer, string address)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange", "false"]);
        builder.Logging.ClearProviders();
        builder.Services.AddWeb().AddDataProtection().UseEphemeralDataProtectionProvider();
        await using var app = builder.Build();
        app.UseWeb();
        app.Run(_ => Task.CompletedTask);
        await using var scope = app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        http.Request.Scheme = "http";
        http.Request.Host = new("10.0.0.2:8080");
        http.Request.Headers["X-Forwarded-Proto"] = "https";
        http.Request.Headers["X-Forwarded-Host"] = "bot.example.org";
        await ((IApplicationBuilder)app).Build()(http);

        Assert.Equal(address, $"{http.Request.Scheme}://{http.Request.Host}");
    }
}
