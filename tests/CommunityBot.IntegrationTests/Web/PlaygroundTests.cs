using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Messages;
using CommunityBot.Web.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Web;

/// <summary>The playground as a browser without scripts has it, and as its script does.</summary>
public sealed class PlaygroundTests : IAsyncLifetime
{
    private Scene _scene = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Every_moment_and_every_language_is_offered()
    {
        var page = await OpenAsync();

        Assert.Equal(_scene.Bot.Services.GetServices<Moment>().Select(moment => moment.Kind), page.QuerySelectorAll<IHtmlOptionElement>("#moment option").Select(option => option.Value));
        Assert.Equal(Languages.All, page.QuerySelectorAll<IHtmlOptionElement>("#language option").Select(option => option.Value));
    }

    [Theory]
    [InlineData("/playground")]
    [InlineData("/playground/try")]
    public async Task What_is_sent_is_checked_and_shown(string path)
    {
        using var answer = await SendAsync(path, await OpenAsync(), "wellcome: {}\r\nwelcome: { first-issue: { message: 'Good to **see** you.', labels: [newcomer] } }");
        var page = await ReadAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("1", "1"), page.QuerySelector("[data-line]") is { } line ? (line.GetAttribute("data-line"), line.GetAttribute("data-column")) : default);
        Assert.Contains("did you mean welcome?", page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("see", page.QuerySelector(".markdown-body strong")!.TextContent);
        Assert.Contains("newcomer", page.QuerySelector(".comment .foot")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_strangers_write_does_nothing()
    {
        const string Config = "</textarea><script>alert(1)</script>: \"<script>alert(2)</script>\"\nwelcome: { first-issue: { message: \"<script>alert(3)</script><img src=x onerror=alert(4)> said\" } }";
        using var answer = await SendAsync("/playground", await OpenAsync(), Config);
        var page = await ReadAsync(answer);

        Assert.Equal(Config, ((IHtmlTextAreaElement)page.GetElementById("config")!).Value);
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
        Assert.Contains("said", page.QuerySelector(".markdown-body")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/playground")]
    [InlineData("/playground/try")]
    public async Task Nobody_else_can_send_the_form(string path)
    {
        using var answer = await SendAsync(path, page: null, "version: 1");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        using var answer = await SendAsync("/playground/try", await OpenAsync(), new string('#', (64 * 1024) + 1));

        Assert.Contains("it has more than 64 KiB", (await ReadAsync(answer)).QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_beyond_reason_is_not_read()
    {
        // It asks before it sends: who is refused in the middle of sending may see the connection end before the answer.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = _scene.Bot.Client.BaseAddress };
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new FormUrlEncodedContent([new("config", new string('#', 1024 * 1024))]);
        using var answer = await client.PostAsync(new Uri("/playground/try", UriKind.Relative), content, Cancelled);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Who_types_for_a_minute_is_answered_to_the_end()
    {
        var page = await OpenAsync();
        for (var sent = 0; sent < RateLimits.EachClient / 2; sent++)
        {
            using var answer = await SendAsync("/playground/try", page, "version: 1", client: "203.0.113.9");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task GitHub_is_asked_nothing()
    {
        var before = _scene.GitHub.Requests.Count;
        using var answer = await SendAsync("/playground", await OpenAsync(), "version: 1");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before, _scene.GitHub.Requests.Count);
    }

    private async Task<IHtmlDocument> OpenAsync() => await new HtmlParser().ParseDocumentAsync(await _scene.Bot.Client.GetStringAsync(new Uri("/playground", UriKind.Relative), Cancelled), Cancelled);

    private Task<HttpResponseMessage> SendAsync(string path, IHtmlDocument? page, string config, string? client = null)
    {
        var token = page?.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value ?? "";
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("config", config), new("moment", "welcome.first-issue")]),
        };
        if (client is not null)
        {
            request.Headers.Add("X-Forwarded-For", client);
        }

        return _scene.Bot.Client.SendAsync(request, Cancelled);
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancelled), Cancelled);
}
