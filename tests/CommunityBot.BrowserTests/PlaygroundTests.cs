using CommunityBot.BrowserTests.Browsing;
using CommunityBot.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityBot.BrowserTests;

public sealed class PlaygroundTests : BrowserTest
{
    private const string Path = "/playground";

    [Fact]
    public async Task Everybody_can_use_it()
    {
        await OpenAsync(Path);

        await AssertEverybodyCanUseItAsync();
    }

    [Fact]
    public async Task Everybody_can_use_it_when_much_is_wrong_and_nothing_is_posted()
    {
        var playground = new PlaygroundPage(await OpenAsync($"{Path}?moment=thanks.release&repository=nothing"));
        await playground.Config.FillAsync($"mode: observe\nwellcome: {new string('x', 300)}\nversion: one\n");
        await Expect(playground.Problems).ToContainTextAsync("2 errors");

        foreach (var look in new[] { "Auto", "Light", "Dark" })
        {
            await playground.Look(look).CheckAsync();
            await AssertEverybodyCanUseItAsync();
        }
    }

    [Fact]
    public async Task What_is_typed_is_checked_and_a_problem_leads_to_its_line()
    {
        var page = await OpenAsync(Path);
        var playground = new PlaygroundPage(page);
        await playground.Config.FillAsync("version: 1\nwellcome: {}\n");

        await Expect(playground.Problems).ToContainTextAsync("did you mean welcome?");
        await Expect(playground.Config).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator(".gutter .bad")).ToHaveTextAsync("2");
        await playground.Problems.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(playground.Config).ToBeFocusedAsync();
        Assert.Equal("wellcome: {}", await playground.Config.EvaluateAsync<string>("field => field.value.slice(field.selectionStart, field.selectionEnd)"));

        await playground.Config.FillAsync("version: 1\n");
        await Expect(playground.Problems).ToContainTextAsync("Nothing is wrong");
    }

    [Fact]
    public async Task The_comment_follows_the_config_the_moment_and_the_language()
    {
        var playground = new PlaygroundPage(await OpenAsync(Path));
        await playground.Config.FillAsync("welcome: { first-issue: { message: 'Good to **see** you.', reaction: rocket, labels: [newcomer] } }");

        await Expect(playground.Comment.Locator(".markdown-body strong")).ToHaveTextAsync("see");
        await Expect(playground.Comment.GetByRole(AriaRole.Img, new() { Name = "reaction rocket" })).ToBeVisibleAsync();
        await Expect(playground.Comment).ToContainTextAsync("newcomer");

        await playground.Moment.SelectOptionAsync("closing.no");
        await Expect(playground.Comment).ToContainTextAsync("The bot would close it, too.");
        await playground.Language.SelectOptionAsync("de");
        await Expect(playground.Comment).ToContainTextAsync("danke");
    }

    [Fact]
    public async Task The_comment_is_seen_in_the_dark_with_its_marker()
    {
        var playground = new PlaygroundPage(await OpenAsync(Path));
        var light = await BackgroundAsync();
        await playground.Look("Dark").CheckAsync();
        var dark = await BackgroundAsync();
        Assert.NotEqual(light, dark);

        await playground.Comment.GetByText("Hidden marker").ClickAsync();
        await playground.Moment.SelectOptionAsync("thanks.first-merge");
        await Expect(playground.Comment.GetByText("<!-- community-bot moment=thanks.first-merge key=1-1 -->")).ToBeVisibleAsync();
        Assert.Equal(dark, await BackgroundAsync());

        Task<string> BackgroundAsync() => playground.Stage.EvaluateAsync<string>("stage => getComputedStyle(stage).backgroundColor");
    }

    [Fact]
    public async Task A_link_carries_the_config_past_the_server()
    {
        const string Config = "welcome: { first-issue: { message: 'Grüße, 世界.' } }\n";
        var page = await OpenAsync($"{Path}?moment=welcome.first-issue&language=fr");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var playground = new PlaygroundPage(page);
        await playground.Config.FillAsync(Config);
        await Expect(playground.Comment).ToContainTextAsync("世界");
        await playground.CopyLink.ClickAsync();
        await Expect(playground.Told).ToContainTextAsync("The link is copied.");
        var link = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("moment=welcome.first-issue&language=fr#config=", link, StringComparison.Ordinal);

        await playground.CopyFile.ClickAsync();
        await Expect(playground.Told).ToHaveTextAsync("The file is copied.");
        Assert.Equal(Config, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        var opened = new PlaygroundPage(await OpenAsync(link));
        await Expect(opened.Config).ToHaveValueAsync(Config);
        await Expect(opened.Comment).ToContainTextAsync("世界");
        await Expect(opened.Language).ToHaveValueAsync("fr");
    }

    [Fact]
    public async Task A_link_that_is_broken_or_would_be_too_long_is_told()
    {
        var playground = new PlaygroundPage(await OpenAsync($"{Path}#config=nothing"));
        await Expect(playground.Told).ToContainTextAsync("no config that can be read");

        // What does not repeat does not get shorter.
        var noise = string.Concat(Enumerable.Range(0, 3_000).Select(number => $"{number * 7_919L % 1_000_003:x}"));
        await playground.Config.FillAsync($"# {noise}\n");
        await Expect(playground.Problems).ToContainTextAsync("Nothing is wrong");
        await playground.CopyLink.ClickAsync();
        await Expect(playground.Told).ToContainTextAsync("too long for a link");
    }

    [Fact]
    public async Task A_named_repository_gets_a_pull_request()
    {
        var playground = new PlaygroundPage(await OpenAsync(Path));
        await playground.Config.FillAsync("version: 1\n");
        await playground.Repository.FillAsync("octo/hello");

        await Expect(playground.PullRequest).ToHaveAttributeAsync("href", "https://github.com/octo/hello/new/HEAD?filename=.github/community-bot.yml&value=version%3A%201%0A");
        await playground.Repository.FillAsync("octo");
        await Expect(playground.Repository).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Without_scripts_it_does_the_same_when_it_is_sent()
    {
        var page = await OpenAsync(Path, new() { JavaScript = false });
        var playground = new PlaygroundPage(page);
        await playground.Config.FillAsync("\nversion: 1\nwellcome: {}\n");
        await playground.Moment.SelectOptionAsync("thanks.first-merge");
        await playground.Language.SelectOptionAsync("es");
        await playground.Look("Dark").CheckAsync();
        await playground.Repository.FillAsync("octo/hello");
        await playground.Submit.ClickAsync();

        await Expect(playground.Config).ToHaveValueAsync("\nversion: 1\nwellcome: {}\n");
        await Expect(playground.Problems.GetByRole(AriaRole.Link)).ToContainTextAsync("3:1");
        await Expect(playground.Moment).ToHaveValueAsync("thanks.first-merge");
        await Expect(playground.Comment).ToContainTextAsync("Gracias");
        await Expect(playground.Stage).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(playground.PullRequest).ToBeVisibleAsync();
        await Expect(playground.CopyLink).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_scripts_it_says_why_a_link_opens_without_its_config()
    {
        var page = await OpenAsync($"{Path}#config=nothing", new() { JavaScript = false });
        await Expect(page.Locator("noscript .notice")).ToBeVisibleAsync();
        await Expect(page.Locator("noscript .notice")).ToContainTextAsync("paste it here");

        // With scripts there is nothing to tell.
        page = await OpenAsync(Path);
        await Expect(page.GetByText("paste it here")).ToHaveCountAsync(0);

        // Axe is a script: it looks at what is there without.
        await page.EvaluateAsync("document.querySelectorAll('noscript').forEach(one => { one.outerHTML = one.textContent; })");
        await Expect(page.GetByText("paste it here")).ToBeVisibleAsync();
        await AssertEverybodyCanUseItAsync();
    }

    [Fact]
    public async Task The_address_follows_what_is_typed_and_another_link_opens_in_the_same_page()
    {
        var page = await OpenAsync(Path);
        var playground = new PlaygroundPage(page);
        await playground.Config.FillAsync("wellcome: {}\n");
        await Expect(playground.Problems).ToContainTextAsync("did you mean welcome?");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#config="));
        var first = page.Url;
        await playground.Config.FillAsync("thankz: {}\n");
        await Expect(playground.Problems).ToContainTextAsync("did you mean thanks?");
        await Expect(page).Not.ToHaveURLAsync(first);

        await page.EvaluateAsync("hash => { location.hash = hash; }", new Uri(first).Fragment);
        await Expect(playground.Config).ToHaveValueAsync("wellcome: {}\n");
        await Expect(playground.Problems).ToContainTextAsync("did you mean welcome?");
    }
}
