using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Web;

/// <summary>In preview mode the page shows what strangers wrote.</summary>
public sealed class PreviewPageTests : IAsyncLifetime
{
    /// <summary>Whatever makes a browser fetch, run or send something.</summary>
    private const string Active = "script, img, picture, source, video, audio, track, iframe, frame, object, embed, applet, link, base, form, svg, math, meta[http-equiv]";

    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "x\" onmouseover=\"alert(1)",
        "</article></main><svg onload=alert(1)>",
        "![x](https://evil.example/x.png)",
        "[x](javascript:alert(1))",
        "<style>@import 'https://evil.example/x.css'</style>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ];

    private SimulatedGitHub _github = null!;
    private Bot _bot = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _github = await SimulatedGitHub.StartAsync(new SimulatorOptions { PrivateKeyPem = TestKey.Pem });
        _bot = await Bot.StartPreviewAsync(_github);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _github.DisposeAsync();
        _github.AssertNoUnknownRoutes();
    }

    [Fact]
    public async Task Titles_logins_and_names_of_strangers_are_inert()
    {
        var installation = _github.AddInstallation("octo");
        foreach (var text in Hostile)
        {
            var repository = _github.AddRepository(installation, "octo", text);
            foreach (var item in new[] { _github.OpenIssue(repository, _github.AddUser(text), text), _github.OpenPullRequest(repository, _github.AddUser(text), text) })
            {
                Assert.Equal(202, await _bot.DeliverAsync(_github.Deliveries.Opened(item)));
            }
        }

        await _bot.SettledAsync();
        var page = await ReadAsync();

        Assert.Equal(Hostile.Length * 2, page.QuerySelectorAll("article").Length);
        Assert.Equal(
            Hostile.SelectMany(text => new[] { $"octo/{text}#1", $"octo/{text}#2" }).Order(StringComparer.Ordinal),
            page.QuerySelectorAll(".head > span").Select(head => head.TextContent).Order(StringComparer.Ordinal));
        Assert.Empty(page.QuerySelectorAll(Active));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.DoesNotContain("//", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute =>
        {
            Assert.DoesNotMatch("^(on|src|style|background|poster|ping|action)", attribute.Name);
            Assert.True(attribute.Name != "href" || attribute.Value.StartsWith("https://github.com/", StringComparison.Ordinal), attribute.Value);
        });
    }

    [Fact]
    public async Task A_browser_is_told_to_load_and_run_nothing_but_the_style_of_the_page()
    {
        using var answer = await _bot.Client.GetAsync(new Uri("/", UriKind.Relative), Cancelled);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var style = (await ReadAsync()).QuerySelector("style")!.TextContent;

        var parts = policy.Split(';', StringSplitOptions.TrimEntries);
        Assert.Contains("default-src 'none'", parts);
        Assert.Contains($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", parts);
        Assert.All(["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"], part => Assert.Contains(part, parts));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/page/anywhere")]
    [InlineData("/index.html")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await _bot.Client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<IDocument> ReadAsync() =>
        await new HtmlParser().ParseDocumentAsync(await _bot.Client.GetStringAsync(new Uri("/", UriKind.Relative), Cancelled), Cancelled);
}
