using Microsoft.Playwright;

namespace CommunityBot.BrowserTests.Pages;

/// <summary>The pages of the setup, and GitHub's in the midst of them, as a visitor sees them.</summary>
public sealed class SetupPage(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Alert => page.GetByRole(AriaRole.Alert);

    /// <summary>The fields that are to be looked at once more.</summary>
    public ILocator Problems => Alert.GetByRole(AriaRole.Link);

    public ILocator Step => page.Locator(".steps [aria-current=step]");

    public ILocator Token => page.GetByLabel("Token", new() { Exact = true });

    public ILocator NameOfTheApp => page.GetByLabel("Name of the App");

    public ILocator Organization => page.GetByLabel("Organization", new() { Exact = true });

    public ILocator ServiceUrl => page.GetByLabel("Address of this service");

    public ILocator AppId => page.GetByLabel("App ID");

    public ILocator Key => page.GetByLabel("or pasted");

    public ILocator WebhookSecret => page.GetByLabel("Webhook secret");

    public ILocator Import => page.GetByText("Use an existing App");

    public ILocator Manifest => page.GetByText("The whole manifest");

    public ILocator Settings => page.Locator("pre");

    public ILocator Install => page.GetByRole(AriaRole.Link, new() { Name = "Install it on GitHub" });

    public ILocator Navigation => page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link);

    /// <summary>Shows a token at the door.</summary>
    public async Task EnterAsync(string token)
    {
        await Token.FillAsync(token);
        await PressAsync("Continue");
    }

    /// <summary>Makes the App of an organization's.</summary>
    public Task ChooseOrganizationAsync() => page.GetByLabel("An organization's").CheckAsync();

    /// <summary>Makes the App of the visitor's account.</summary>
    public Task ChooseOwnAccountAsync() => page.GetByLabel("Mine").CheckAsync();

    /// <summary>Has everybody install it.</summary>
    public Task ChoosePublicAsync() => page.GetByLabel("Everybody (public)").CheckAsync();

    /// <summary>Goes on from the form for a new App.</summary>
    public Task GoOnAsync() => PressAsync("Look at");

    /// <summary>Goes to GitHub with the manifest.</summary>
    public Task MakeAsync() => PressAsync("Make it on");

    /// <summary>Agrees on GitHub's page.</summary>
    public Task AgreeAsync() => PressAsync("Create GitHub App");

    /// <summary>Asks for an App that there is, without its key.</summary>
    public async Task ImportAsync(string id, string secret)
    {
        await AppId.FillAsync(id);
        await WebhookSecret.FillAsync(secret);
        await PressAsync("Check it and use it");
    }

    private Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
