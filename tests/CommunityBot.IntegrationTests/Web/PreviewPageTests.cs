using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.IntegrationTests.Processes;

namespace CommunityBot.IntegrationTests.Web;

/// <summary>In preview mode the page shows what strangers wrote.</summary>
public sealed class PreviewPageTests : IAsyncLifetime
{
    /// <summary>Whatever makes a browser fetch, run or send something.</summary>
    private const string Active = "script, img, picture, source, video, audio, track, iframe, frame, object, embed, applet, link, base, form, svg:not([aria-hidden]), math, meta[http-equiv]";

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

        var comments = page.QuerySelectorAll("article");
        Assert.Equal(Hostile.Length * 2, comments.Length);
        Assert.Equal(
            Hostile.SelectMany(text => new[] { $"octo/{text}#1", $"octo/{text}#2" }).Order(StringComparer.Ordinal),
            page.QuerySelectorAll(".place").Select(place => place.TextContent).Order(StringComparer.Ordinal));
        Assert.Empty(page.QuerySelector("main")!.QuerySelectorAll(Active));
        Assert.All(comments.SelectMany(comment => comment.QuerySelectorAll("*")).SelectMany(element => element.Attributes), attribute =>
        {
            Assert.DoesNotMatch("^(on|src|style|background|poster|ping|action)", attribute.Name);
            Assert.True(attribute.Name != "href" || attribute.Value.StartsWith("https://github.com/", StringComparison.Ordinal), attribute.Value);
        });
    }

    [Fact]
    public async Task What_comes_twice_is_said_once_and_the_log_tells_why()
    {
        var repository = _github.AddRepository(_github.AddInstallation("octo"), "octo", "hello");
        var opened = _github.Deliveries.Opened(_github.OpenIssue(repository, _github.AddUser("ada"), "It does not work"));
        foreach (var id in new[] { "first", "second" })
        {
            Assert.Equal(202, await _bot.DeliverAsync(opened, id));
            await _bot.SettledAsync();
        }

        Assert.Single((await ReadAsync()).QuerySelectorAll("article"));
        await Wait.UntilAsync(() => _bot.Log.Lines.Any(line => line.Text == "Silent about issues.opened: it was said before"), Cancelled);
    }

    [Fact]
    public async Task What_it_would_have_said_comes_before_how_the_work_stands()
    {
        var sections = (await ReadAsync()).QuerySelectorAll("main section").Select(section => section.GetAttribute("aria-labelledby"));

        Assert.Equal(["next", "said", "status"], sections);
    }

    private async Task<IDocument> ReadAsync() =>
        await new HtmlParser().ParseDocumentAsync(await _bot.Client.GetStringAsync(new Uri("/", UriKind.Relative), Cancelled), Cancelled);
}
