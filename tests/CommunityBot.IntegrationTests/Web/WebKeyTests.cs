using System.Net;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.IntegrationTests.Web.Setup;
using CommunityBot.Storage;
using CommunityBot.Tests.Storage;
using CommunityBot.Web.Playground;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Web;

public sealed class WebKeyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_one_process_signed_holds_in_the_next_and_looking_needs_no_key(bool onPostgres)
    {
        var folder = Directory.CreateTempSubdirectory("communitybot-tests-");
        string[] settings = onPostgres ? ["--Storage:Provider", "Postgres", "--ConnectionStrings:CommunityBot", await PostgresServer.NewDatabaseAsync()] : [];
        await using var github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        try
        {
            string form;
            await using (var before = await Bot.StartAsync(github, folder: folder, settings: settings))
            {
                await before.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal(0, await KeysAsync(before));
                form = Protector(before).Protect("form");
            }

            await using var after = await Bot.StartAsync(github, folder: folder, settings: settings);
            Assert.Equal("form", Protector(after).Unprotect(form));
            Assert.Equal(1, await KeysAsync(after));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_form_of_one_replica_can_be_sent_to_another()
    {
        string[] settings = ["--Storage:Provider", "Postgres", "--ConnectionStrings:CommunityBot", await PostgresServer.NewDatabaseAsync()];
        await using var github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        await using var one = await Bot.StartAsync(github, settings: settings);
        await using var other = await Bot.StartAsync(github, settings: settings);

        // Cookies are those of a machine, whatever the port.
        using var browser = new Browser();
        await browser.GoAsync(new(one.Address, PlaygroundRoutes.Path));
        browser.Page.GetElementById("playground")!.SetAttribute("action", new Uri(other.Address, PlaygroundRoutes.Path).AbsoluteUri);
        await browser.SendAsync("Show what it says");

        Assert.Equal((HttpStatusCode.OK, other.Address.Port), (browser.Status, browser.Address.Port));
    }

    private static IDataProtector Protector(Bot bot) => bot.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static Task<long> KeysAsync(Bot bot) => bot.Services.GetRequiredService<Database>().ReadAsync(session => session.ScalarAsync<long>("SELECT COUNT(*) FROM web_keys"));
}
