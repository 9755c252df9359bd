using System.Net;
using System.Text.RegularExpressions;
using CommunityBot.BrowserTests.Browsing;
using CommunityBot.BrowserTests.Pages;
using CommunityBot.GitHubSimulator;
using CommunityBot.Hosting;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.IntegrationTests.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CommunityBot.BrowserTests;

/// <summary>From a service that nobody has set up to one that works.</summary>
public sealed class SetupTests : BrowserTest
{
    protected override Task<Bot> StartAsync(SimulatedGitHub github) =>
        Bot.StartPreviewAsync(github, time: null, folder: null, "--GitHub:ApiUrl", $"{github.ApiUrl}", "--GitHub:ServerUrl", $"{github.ApiUrl}");

    [Fact]
    public async Task Without_scripts_it_leads_from_the_link_in_the_terminal_to_a_service_that_is_set_up()
    {
        GitHub.AddUser("octo-org", "Organization");
        await using var bot = new BotProcess(GitHub)
        {
            // Settings that are empty count as none.
            Settings = new Dictionary<string, string> { ["GitHub:AppId"] = "", ["GitHub:PrivateKey"] = "", ["GitHub:WebhookSecret"] = "", ["GitHub:ServerUrl"] = $"{GitHub.ApiUrl}" },
        };
        await bot.StartAsync();
        string? link = null;
        await Wait.UntilAsync(() => (link = bot.Output.FirstOrDefault(line => line.Contains("/setup?token=", StringComparison.Ordinal))) is not null, Cancelled);
        var page = await OpenAsync(link!.Trim(), new() { JavaScript = false }, complaint: "404");
        var setup = new SetupPage(page);

        Assert.Equal(new Uri(bot.Address, "/setup"), new(page.Url));
        Assert.Contains("Setup", await setup.Navigation.AllInnerTextsAsync());
        Assert.Equal("Choose", await setup.Step.InnerTextAsync());
        await setup.NameOfTheApp.FillAsync("Welcomer");
        await setup.ChooseOrganizationAsync();
        await setup.Organization.FillAsync("octo-org");
        await setup.ChoosePublicAsync();
        await setup.GoOnAsync();
        Assert.Equal("Agree", await setup.Step.InnerTextAsync());
        await setup.Manifest.ClickAsync();
        Assert.Contains("\"name\": \"Welcomer\"", await setup.Settings.InnerTextAsync(), StringComparison.Ordinal);
        await setup.MakeAsync();
        Assert.Equal("Create GitHub App for octo-org", await setup.Heading.InnerTextAsync());
        await setup.AgreeAsync();

        Assert.Equal("Welcomer is yours", await setup.Heading.InnerTextAsync());
        Assert.Equal("Install", await setup.Step.InnerTextAsync());
        Assert.Equal(("octo-org", true), (GitHub.App.Owner, GitHub.App.IsPublic));
        await setup.Install.ClickAsync();
        Assert.Equal("Install Welcomer", await setup.Heading.InnerTextAsync());

        await Wait.UntilAsync(() => IsGoneAsync(bot), Cancelled);
        await page.GotoAsync($"{bot.Address}setup");
        Assert.Equal("This service is set up", await setup.Heading.InnerTextAsync());
        Assert.Equal(["Home", "Playground"], await setup.Navigation.AllInnerTextsAsync());
    }

    [Fact]
    public async Task Everybody_can_use_the_door()
    {
        var setup = new SetupPage(await OpenAsync("/setup", complaint: "403"));
        await AssertEverybodyCanUseItAsync();

        await setup.EnterAsync("wrong");
        Assert.StartsWith("That is not the token.", await setup.Alert.InnerTextAsync(), StringComparison.Ordinal);
        await AssertEverybodyCanUseItAsync();
    }

    [Fact]
    public async Task Everybody_can_use_the_way_to_an_App()
    {
        var setup = await BeginAsync();
        await setup.Import.ClickAsync();
        await setup.ChooseOrganizationAsync();
        await AssertEverybodyCanUseItAsync();

        await setup.ChooseOwnAccountAsync();
        await setup.GoOnAsync();
        await setup.Manifest.ClickAsync();
        await AssertEverybodyCanUseItAsync();

        await setup.MakeAsync();
        await setup.AgreeAsync();
        Assert.Equal($"{GitHub.ApiUrl}apps/{GitHub.App.Slug}/installations/new", await setup.Install.GetAttributeAsync("href"));
        await AssertEverybodyCanUseItAsync();
    }

    [Fact]
    public async Task What_is_wrong_is_said_above_the_form_and_at_the_field()
    {
        var setup = await BeginAsync(complaint: "400");
        await setup.ChooseOrganizationAsync();
        await setup.NameOfTheApp.FillAsync("A name that is longer than GitHub takes");
        await setup.ServiceUrl.FillAsync("https://bot.example.org/?x=1");
        await setup.GoOnAsync();

        Assert.Equal(["Organization", "Name of the App", "Address of this service"], await setup.Problems.AllInnerTextsAsync());
        Assert.StartsWith("Not yet", await Page!.TitleAsync(), StringComparison.Ordinal);
        foreach (var field in new[] { setup.Organization, setup.NameOfTheApp, setup.ServiceUrl })
        {
            await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
            await Assertions.Expect(field).ToHaveAccessibleDescriptionAsync(new Regex("^(Write|GitHub takes) "));
        }

        await AssertEverybodyCanUseItAsync();
        await setup.Problems.Last.ClickAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(setup.ServiceUrl).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_App_that_is_not_taken_is_told_where_it_was_asked_for_and_at_the_field()
    {
        var setup = await BeginAsync(complaint: "400");
        await setup.Import.ClickAsync();
        await setup.ImportAsync("Iv1.0123", "It's a secret");

        await Assertions.Expect(setup.Alert).ToBeInViewportAsync();
        Assert.Equal(["App ID", "Private key"], await setup.Problems.AllInnerTextsAsync());
        Assert.StartsWith("Not yet", await Page!.TitleAsync(), StringComparison.Ordinal);
        foreach (var (field, problem) in new[] { (setup.AppId, "^The App ID is "), (setup.Key, "^That is no ") })
        {
            await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
            await Assertions.Expect(field).ToHaveAccessibleDescriptionAsync(new Regex(problem));
        }

        await Assertions.Expect(setup.AppId).ToHaveValueAsync("Iv1.0123");
        await Assertions.Expect(setup.WebhookSecret).ToHaveValueAsync("");
        await Assertions.Expect(setup.WebhookSecret).ToHaveAccessibleDescriptionAsync(new Regex("give it again"));
        await AssertEverybodyCanUseItAsync();
        await setup.Problems.Last.ClickAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(setup.Key).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Everybody_can_read_that_it_is_set_up()
    {
        await using var live = await Bot.StartAsync(GitHub);
        var setup = new SetupPage(await OpenAsync($"{live.Address}setup", complaint: "404"));

        await Assertions.Expect(setup.Heading).ToHaveTextAsync("This service is set up");
        await AssertEverybodyCanUseItAsync();
    }

    [Fact]
    public async Task Everybody_can_read_why_it_does_not_go_on()
    {
        await BeginAsync(complaint: "400");
        await Page!.GotoAsync("/setup/complete");

        await AssertEverybodyCanUseItAsync();
    }

    [Fact]
    public async Task Everybody_can_copy_what_cannot_be_kept()
    {
        // Whatever keeps a file from being written, even from the superuser.
        Directory.CreateDirectory(Path.Combine(Bot.Folder.FullName, CredentialsFile.Name));
        var setup = await BeginAsync();
        await setup.GoOnAsync();
        await setup.MakeAsync();
        await setup.AgreeAsync();
        await AssertEverybodyCanUseItAsync();

        await setup.Settings.ClickAsync();
        Assert.Equal(await setup.Settings.InnerTextAsync(), await Page!.EvaluateAsync<string>("getSelection().toString()"));
    }

    private static async Task<bool> IsGoneAsync(BotProcess bot)
    {
        try
        {
            using var answer = await bot.Client.GetAsync(new Uri(bot.Address, "/setup"), Cancelled);
            return answer.StatusCode == HttpStatusCode.NotFound;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<SetupPage> BeginAsync(string? complaint = null) =>
        new(await OpenAsync($"/setup?token={Bot.Services.GetRequiredService<OperatorSettings>().SetupToken}", complaint: complaint));
}
