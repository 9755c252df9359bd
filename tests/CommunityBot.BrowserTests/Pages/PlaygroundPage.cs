using Microsoft.Playwright;

namespace CommunityBot.BrowserTests.Pages;

/// <summary>The playground, as a visitor sees it.</summary>
public sealed class PlaygroundPage(IPage page)
{
    public ILocator Config => page.GetByLabel(".github/community-bot.yml");

    public ILocator Problems => page.Locator("#problems");

    public ILocator Moment => page.GetByLabel("Moment");

    public ILocator Language => page.GetByLabel("Language");

    public ILocator Comment => page.GetByRole(AriaRole.Article).First;

    public ILocator Stage => page.Locator("#texts");

    public ILocator Look(string name) => page.GetByRole(AriaRole.Radio, new() { Name = name });

    public ILocator Repository => page.GetByLabel("Your repository");

    public ILocator PullRequest => page.GetByRole(AriaRole.Link, new() { Name = "Open a pull request on GitHub" });

    public ILocator Submit => page.GetByRole(AriaRole.Button, new() { Name = "Show what it says" });

    public ILocator CopyLink => page.GetByRole(AriaRole.Button, new() { Name = "Copy a link" });

    public ILocator CopyFile => page.GetByRole(AriaRole.Button, new() { Name = "Copy the file" });

    public ILocator Told => page.Locator("#told");
}
