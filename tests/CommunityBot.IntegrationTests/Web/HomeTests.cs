using AngleSharp.Html.Parser;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Web;

public sealed class HomeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_says_how_the_work_stands(bool onPostgres)
    {
        await using var scene = await StartAsync(onPostgres);
        await scene.DeliverAsync(scene.OpenIssue("newcomer"));

        Assert.Equal(
            [
                ("Mode", "Live"), ("GitHub", $"{scene.GitHub.ApiUrl.Authority} answered just now."), ("Storage", onPostgres ? "PostgreSQL" : "SQLite"), ("Last delivery", "Came in just now."),
                ("Deliveries waiting", "None."), ("Comments waiting", "None."), ("Failed", "None."),
            ],
            await ReadAsync(scene));
    }

    [Fact]
    public async Task It_says_what_was_given_up()
    {
        await using var scene = await Scene.StartAsync();
        await scene.DeliverAsync(scene.OpenIssue("newcomer"));
        await scene.Bot.Services.GetRequiredService<Database>().WriteAsync(session => session.ExecuteAsync("UPDATE outbox SET state = 3"));

        Assert.Contains(("Failed", "0 deliveries and 1 comment given up. The log says why."), await ReadAsync(scene));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_there_when_the_database_is_not(bool onPostgres)
    {
        await using var scene = await StartAsync(onPostgres);
        await scene.Bot.Services.GetRequiredService<Database>().WriteAsync(session => session.RunScriptAsync("ALTER TABLE outbox RENAME TO gone"));

        Assert.Contains(("Storage", $"{(onPostgres ? "PostgreSQL" : "SQLite")} does not answer. Deliveries are refused until it does, and GitHub is asked for them again."), await ReadAsync(scene));
    }

    [Fact]
    public async Task It_says_to_install_it_until_GitHub_brings_something()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Equal("Next: install it", await NextAsync(scene));

        await scene.DeliverAsync(scene.OpenIssue("newcomer"));
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("Next: make it yours", await NextAsync(scene));
    }

    [Fact]
    public async Task It_says_that_nothing_is_posted()
    {
        await using var scene = await Scene.StartAsync("--Bot:DryRun", "true");

        Assert.Contains(("Mode", "Dry run"), await ReadAsync(scene));
    }

    [Fact]
    public async Task It_says_that_GitHub_does_not_answer()
    {
        await using var scene = await Scene.StartAsync();
        scene.GitHub.Faults.Add(new(FaultKind.Status, (_, _) => true));
        await scene.DeliverAsync(scene.OpenIssue("newcomer"));

        Assert.Contains(("GitHub", $"{scene.GitHub.ApiUrl.Authority} did not answer just now."), await ReadAsync(scene));
    }

    private static Task<Scene> StartAsync(bool onPostgres) => onPostgres ? Scene.StartOnPostgresAsync() : Scene.StartAsync();

    private static async Task<string> NextAsync(Scene scene) =>
        (await new HtmlParser().ParseDocumentAsync(await scene.Bot.Client.GetStringAsync(new Uri("/", UriKind.Relative), Cancelled), Cancelled)).GetElementById("next")!.TextContent;

    private static async Task<List<(string Name, string Text)>> ReadAsync(Scene scene)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await scene.Bot.Client.GetStringAsync(new Uri("/", UriKind.Relative), Cancelled), Cancelled);
        return [("Mode", page.QuerySelector(".status .label")!.TextContent), .. page.QuerySelectorAll(".facts > div").Select(fact => (fact.QuerySelector("dt")!.TextContent, fact.QuerySelector("dd")!.TextContent))];
    }
}
