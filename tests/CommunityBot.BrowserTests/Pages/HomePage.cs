using Microsoft.Playwright;

namespace CommunityBot.BrowserTests.Pages;

/// <summary>The home page, as a visitor sees it.</summary>
public sealed class HomePage(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Comments => page.GetByRole(AriaRole.Article);

    public ILocator Status => page.GetByRole(AriaRole.Region, new() { Name = "Status" });

    public ILocator SetUp => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Set it up" });

    public ILocator Links => page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link);
}
