using System.Collections.Concurrent;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Tests;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CommunityBot.BrowserTests.Browsing;

/// <summary>The service in this process, and a visitor with a browser. Whatever a test is about, its pages ask nobody else for anything and the browser complains of nothing.</summary>
public abstract class BrowserTest : IAsyncLifetime
{
    /// <summary>What of <see href="https://github.com/dequelabs/axe-core/blob/develop/doc/API.md">axe</see>'s answer is of interest; to collect the rest takes most of its time.</summary>
    private const string RunAxe = """
        async () => (await axe.run({ resultTypes: ['violations'] })).violations.flatMap(violation => violation.nodes.map(node => `${violation.id}: ${violation.help} ${node.html}`))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly ConcurrentQueue<string> _complaints = new();

    private IBrowserContext? _context;

    protected SimulatedGitHub GitHub { get; private set; } = null!;

    protected Bot Bot { get; private set; } = null!;

    /// <summary>The page that was opened last.</summary>
    protected IPage? Page { get; private set; }

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Starts the service; without an account unless a test says otherwise.</summary>
    protected virtual Task<Bot> StartAsync(SimulatedGitHub github) => Bot.StartPreviewAsync(github);

    public async ValueTask InitializeAsync()
    {
        await Chromium.GetAsync();
        GitHub = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        Bot = await StartAsync(GitHub);
    }

    /// <summary>Opens a page as a new visitor.</summary>
    /// <param name="path">Which; with the whole address if it is not one of <see cref="Bot"/>.</param>
    /// <param name="look">How they look at it.</param>
    /// <param name="complaint">What the browser complains of, as it should.</param>
    protected async Task<IPage> OpenAsync(string path, Look? look = null, string? complaint = null)
    {
        look ??= new();
        await CloseAsync();
        _context = await (await Chromium.GetAsync()).NewContextAsync(new()
        {
            BaseURL = Bot.Address.AbsoluteUri,
            ColorScheme = look.Colors,
            Contrast = look.Contrast,
            ForcedColors = look.Forced,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            JavaScriptEnabled = look.JavaScript,
        });
        Page = await _context.NewPageAsync();
        var here = new Uri(Bot.Address, path).Authority;
        Page.Request += (_, request) =>
        {
            // A visitor may be sent to GitHub; nothing else leads away from here, and no page shows anything of elsewhere.
            var asked = new Uri(request.Url).Authority;
            if (asked != here && !(request.IsNavigationRequest && asked == GitHub.ApiUrl.Authority))
            {
                _complaints.Enqueue($"asked for {request.Url}");
            }
        };
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && (complaint is null || !message.Text.Contains(complaint, StringComparison.Ordinal)))
            {
                _complaints.Enqueue(message.Text);
            }
        };
        Page.PageError += (_, error) => _complaints.Enqueue(error);
        await Page.GotoAsync(path);
        return Page;
    }

    /// <summary>Nothing keeps anybody from using the page that is open, whatever they see it with.</summary>
    protected async Task AssertEverybodyCanUseItAsync()
    {
        await Page!.EvaluateAsync(Axe);
        foreach (var (name, look) in Look.All)
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = look.Colors, Contrast = look.Contrast, ForcedColors = look.Forced });
            await Page.SetViewportSizeAsync(look.Width, look.Height);

            Assert.Empty((await Page.EvaluateAsync<string[]>(RunAxe)).Select(violation => $"{name}: {violation}"));
            Assert.False(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{name}: it scrolls sideways");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Bot is null)
        {
            return;
        }

        if (TestContext.Current.TestState?.Result == TestResult.Failed && Page is not null)
        {
            await Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Repository.Root, "TestResults", $"{TestContext.Current.Test!.UniqueID}.png") });
        }

        await CloseAsync();
        await Bot.DisposeAsync();
        await GitHub.DisposeAsync();
        Assert.Empty(_complaints);
    }

    private async Task CloseAsync()
    {
        if (_context is not null)
        {
            await _context.DisposeAsync();
        }
    }
}
