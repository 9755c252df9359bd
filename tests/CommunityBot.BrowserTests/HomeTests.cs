using CommunityBot.BrowserTests.Browsing;
using CommunityBot.BrowserTests.Pages;

namespace CommunityBot.BrowserTests;

/// <summary>The home page of a service that nobody has set up.</summary>
public sealed class HomeTests : BrowserTest
{
    [Fact]
    public async Task Everybody_can_use_it()
    {
        await SayAsync();
        await OpenAsync("/");

        await AssertEverybodyCanUseItAsync();
    }

    [Fact]
    public async Task Everybody_can_read_that_there_is_nothing()
    {
        await OpenAsync("/no/such/page/anywhere", complaint: "404");

        await AssertEverybodyCanUseItAsync();
    }

    [Fact]
    public async Task It_works_without_scripts_and_leads_on()
    {
        await SayAsync();
        var home = new HomePage(await OpenAsync("/", new() { JavaScript = false }));

        Assert.Equal(["Home", "Playground", "Setup"], await home.Links.AllInnerTextsAsync());
        Assert.Equal("/setup", await home.SetUp.GetAttributeAsync("href"));
        Assert.Contains("Preview", await home.Status.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Welcome", await home.Comments.First.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_it_would_have_said_is_seen_without_scrolling()
    {
        await SayAsync();
        var page = await OpenAsync("/");
        await page.SetViewportSizeAsync(1280, 800);
        var comment = await new HomePage(page).Comments.First.BoundingBoxAsync();

        Assert.InRange(comment!.Y, 0, 600);
    }

    [Fact]
    public async Task Pages_begin_below_the_name_of_the_service()
    {
        var places = new HashSet<float>();
        foreach (var path in new[] { "/", "/playground", "/setup" })
        {
            var page = await OpenAsync(path);
            await page.SetViewportSizeAsync(1280, 800);
            places.Add((await page.Locator(".brand").BoundingBoxAsync())!.X);
            places.Add((await new HomePage(page).Heading.BoundingBoxAsync())!.X);
        }

        Assert.Single(places);
    }

    [Fact]
    public async Task The_keyboard_gets_past_the_navigation_first()
    {
        var page = await OpenAsync("/");
        await page.Keyboard.PressAsync("Tab");

        Assert.Equal("Skip to content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().left >= 0"));
    }

    /// <summary>Has two newcomers come, to an issue and to a pull request.</summary>
    private async Task SayAsync()
    {
        var repository = GitHub.AddRepository(GitHub.AddInstallation("octo"), "octo", "hello");
        Assert.Equal(202, await Bot.DeliverAsync(GitHub.Deliveries.Opened(GitHub.OpenIssue(repository, GitHub.AddUser("ada"), "It does not work"))));
        Assert.Equal(202, await Bot.DeliverAsync(GitHub.Deliveries.Opened(GitHub.OpenPullRequest(repository, GitHub.AddUser("grace")))));
        await Bot.SettledAsync();
    }
}
