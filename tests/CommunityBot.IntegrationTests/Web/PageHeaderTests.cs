using System.Net;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Web.Assets;
using CommunityBot.Web.Limits;

namespace CommunityBot.IntegrationTests.Web;

/// <summary>What all pages have in common.</summary>
public sealed class PageHeaderTests : IAsyncLifetime
{
    private Scene _scene = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/no/such/page/anywhere")]
    [InlineData("/assets/no.css")]
    [InlineData("/schema/community-bot.json")]
    public async Task A_browser_is_told_to_use_what_is_here_and_nothing_else(string path)
    {
        using var answer = await GetAsync(path, "text/html");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split(';', StringSplitOptions.TrimEntries);
        Assert.All(
            ["default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"],
            part => Assert.Contains(part, policy));
        Assert.Equal(8, policy.Length);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.NotEmpty(answer.Headers.GetValues("Permissions-Policy"));
    }

    [Fact]
    public async Task Who_only_looks_gets_no_cookie()
    {
        using var answer = await GetAsync("/", "text/html");

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task What_pages_load_is_kept_for_ever()
    {
        using var answer = await GetAsync(AssetFiles.Style.Url, "text/css");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/no/such/page/anywhere")]
    [InlineData("/index.html")]
    [InlineData("/assets/pages.css")]
    [InlineData("/healthz")]
    [InlineData("/api")]
    public async Task What_is_not_there_is_a_page_for_browsers_and_a_line_for_others(string path)
    {
        using var page = await GetAsync(path, "text/html,application/xhtml+xml,*/*;q=0.8");
        using var line = await GetAsync(path, "*/*");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, line.StatusCode));
        Assert.Contains("<h1>There is nothing here</h1>", await page.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal("There is nothing here (404). The address may be mistyped, or what was here has gone.\n", await line.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_nobody_else_is()
    {
        // At most two windows long, whenever it began.
        using var refused = await UntilRefusedAsync("203.0.113.7", 2 * RateLimits.EachClient);
        using var page = await GetAsync("/", "text/html", "203.0.113.7");
        using var other = await GetAsync("/", "text/html", "203.0.113.8");
        using var health = await GetAsync("/healthz/live", "*/*", "203.0.113.7");
        using var metrics = await GetAsync("/metrics", "*/*", "203.0.113.7");

        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), RateLimits.Window);
        Assert.Equal("Too many requests (429). Wait a minute, then try again.\n", await refused.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains("<h1>Too many requests</h1>", await page.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (other.StatusCode, health.StatusCode, metrics.StatusCode));
    }

    private async Task<HttpResponseMessage> UntilRefusedAsync(string client, int most)
    {
        for (var i = 0; i < most; i++)
        {
            var answer = await GetAsync(AssetFiles.Mark.Url, "*/*", client);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return answer;
            }

            answer.Dispose();
        }

        throw new InvalidOperationException($"{most} requests were answered");
    }

    private Task<HttpResponseMessage> GetAsync(string path, string accept, string? client = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (client is not null)
        {
            request.Headers.Add("X-Forwarded-For", $"198.51.100.1, {client}");
        }

        return _scene.Bot.Client.SendAsync(request, Cancelled);
    }
}
