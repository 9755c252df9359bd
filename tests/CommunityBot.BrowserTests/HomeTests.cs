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
