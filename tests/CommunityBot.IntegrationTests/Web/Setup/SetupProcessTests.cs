using System.Net;
using System.Net.Sockets;
using System.Text;
using CommunityBot.GitHubSimulator;
using CommunityBot.Hosting;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.IntegrationTests.Processes;
using CommunityBot.Tests.Storage;

namespace CommunityBot.IntegrationTests.Web.Setup;

/// <summary>From nothing to a working bot in one process, and what becomes of it at the next start.</summary>
public sealed class SetupProcessTests : IAsyncLifetime
{
    /// <summary>What is left of the disk, in bytes.</summary>
    private const long HalfOfAKey = 1024;

    private readonly Browser _browser = new();

    private SimulatedGitHub _github = null!;

    private SimulatedRepository _repository = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _github = await SimulatedGitHub.StartAsync(new SimulatorOptions { PrivateKeyPem = TestKey.Pem });
        _repository = _github.AddRepository(_github.AddInstallation("octo", TimeProvider.System.GetUtcNow().AddDays(-1)), "octo", "hello");
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _github.DisposeAsync();
        _github.AssertNoUnknownRoutes();
    }

    [Fact]
    public async Task From_nothing_to_a_comment_without_a_restart_and_again_after_one()
    {
        await using var bot = new BotProcess(_github) { Settings = Nothing() };
        await bot.StartAsync();
        var link = await LinkAsync(bot);
        await SetUpAsync(link);
        Assert.Contains("Welcomer is yours", _browser.Text, StringComparison.Ordinal);

        await Wait.UntilAsync(() => IsSetUpAsync(bot), Cancelled);
        await AssertWelcomesAsync(bot, "newcomer");

        Assert.Equal(0, await bot.TerminateAsync());
        await bot.StartAsync();
        Assert.True(await IsSetUpAsync(bot));
        await AssertWelcomesAsync(bot, "other-newcomer");

        var log = string.Join('\n', bot.Output);
        Assert.Equal(2, log.Split(link.Query).Length);
        Assert.All(
            [_github.WebhookSecret, _github.App.ClientSecret, _github.PrivateKeyPem.Split('\n')[1], _browser.Address.Query.Split("code=")[1].Split('&')[0]],
            secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_it_may_not_listen_as_configured_it_ends_with_the_reason_and_keeps_the_credentials()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var bot = new BotProcess(_github) { Settings = Nothing(("Kestrel:Endpoints:Taken:Url", $"http://{taken.LocalEndpoint}")) };
        await bot.StartAsync();
        await SetUpAsync(await LinkAsync(bot));

        var reason = $"Failed to bind to address http://{taken.LocalEndpoint}: address already in use.";
        await Wait.UntilAsync(() => !bot.IsRunning && bot.Output.Contains(reason), Cancelled);
        Assert.True(File.Exists(Path.Combine(bot.Folder.FullName, CredentialsFile.Name)));
    }

    [Fact]
    public async Task A_file_of_credentials_that_cannot_be_used_is_named()
    {
        await using var bot = new BotProcess(_github) { Settings = Nothing() };
        var file = Path.Combine(bot.Folder.FullName, CredentialsFile.Name);
        await File.WriteAllTextAsync(file, "{ \"AppId\": 12,\n \"WebhookSecret\": \"It's a secret\" }", Cancelled);
        var (code, output) = await bot.StartAnotherAsync();

        Assert.Equal(1, code);
        var line = Assert.Single(output);
        Assert.StartsWith($"The App's credentials cannot be read from '{file}'", line, StringComparison.Ordinal);
        Assert.EndsWith("Correct the file, or remove it.", line, StringComparison.Ordinal);
        Assert.DoesNotContain("It's a secret", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sys")]
    [InlineData("/proc/self")]
    public async Task Where_no_file_can_be_made_the_settings_are_shown(string folder)
    {
        // Not even the superuser can make one there. A server has the data, so the file would go below the working directory.
        await using var bot = new BotProcess(_github)
        {
            Before = $"cd {folder}",
            Settings = Nothing(("Storage:Provider", "Postgres"), ("ConnectionStrings:CommunityBot", await PostgresServer.NewDatabaseAsync())),
        };
        await bot.StartAsync();
        await SetUpAsync(await LinkAsync(bot));

        AssertSettingsAreShown();
        Assert.True(bot.IsRunning);
    }

    [Fact]
    public async Task Where_the_disk_is_full_the_settings_are_shown_and_no_half_of_a_file_stays()
    {
        // A server has the data, so nothing else is written. With a limit for files comes a signal that ends a process; a full disk has none.
        await using var bot = new BotProcess(_github)
        {
            Before = "trap '' XFSZ",
            Settings = Nothing(("Storage:Provider", "Postgres"), ("ConnectionStrings:CommunityBot", await PostgresServer.NewDatabaseAsync())),
        };
        await bot.StartAsync();
        var link = await LinkAsync(bot);
        Posix.LimitFiles(bot.Id, HalfOfAKey);
        await SetUpAsync(link);

        AssertSettingsAreShown();
        Assert.Empty(Directory.GetFiles(Path.Combine(bot.Folder.FullName, "data")));
        Assert.True(bot.IsRunning);
    }

    [Fact]
    public async Task Told_to_stop_between_two_hosts_it_ends_well()
    {
        // A host reads its settings before it takes the signal as its own. Here it waits for them.
        var name = $"Held-{Guid.NewGuid():N}";
        var settings = Path.Combine(AppContext.BaseDirectory, $"appsettings.{name}.json");
        Posix.MakePipe(settings);
        try
        {
            await using var bot = new BotProcess(_github) { Settings = Nothing(("ASPNETCORE_ENVIRONMENT", name)) };
            var starting = bot.StartAsync();
            await GiveAsync(await AskedAsync());
            await starting;
            await SetUpAsync(await LinkAsync(bot));

            var asked = await AskedAsync();
            var ended = bot.TerminateAsync();
            await GiveAsync(asked);
            Assert.Equal(0, await ended);
        }
        finally
        {
            File.Delete(settings);
        }

        Task<FileStream> AskedAsync() => Task.Run(() => new FileStream(settings, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), Cancelled);

        static async Task GiveAsync(FileStream to)
        {
            await using (to)
            {
                await to.WriteAsync("{}"u8.ToArray(), Cancelled);
            }
        }
    }

    /// <summary>Settings without credentials: those that are empty count as none.</summary>
    private Dictionary<string, string> Nothing(params (string Key, string Value)[] more) => new(more.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
    {
        ["GitHub:AppId"] = "",
        ["GitHub:PrivateKey"] = "",
        ["GitHub:WebhookSecret"] = "",
        ["GitHub:ServerUrl"] = $"{_github.ApiUrl}",
    };

    private static async Task<Uri> LinkAsync(BotProcess bot)
    {
        string? line = null;
        await Wait.UntilAsync(() => (line = bot.Output.FirstOrDefault(written => written.Contains("/setup?token=", StringComparison.Ordinal))) is not null, Cancelled);
        return new(line!.Trim());
    }

    private async Task SetUpAsync(Uri link)
    {
        await _browser.GoAsync(link);
        await _browser.SendAsync("Look at", ("name", "Welcomer"));
        await _browser.SendAsync("Make it on");
        await _browser.SendAsync("Create GitHub App");
    }

    private static async Task<bool> IsSetUpAsync(BotProcess bot)
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

    private void AssertSettingsAreShown()
    {
        Assert.Equal(HttpStatusCode.OK, _browser.Status);
        var lines = _browser.Page.QuerySelector("pre")!.TextContent.Split('\n');
        Assert.Contains($"GitHub__AppId={_github.App.Id}", lines);
        Assert.Contains($"GitHub__WebhookSecret={_github.App.WebhookSecret}", lines);
        Assert.Contains($"GitHub__PrivateKey={Convert.ToBase64String(Encoding.UTF8.GetBytes(_github.App.PrivateKeyPem))}", lines);
    }

    private async Task AssertWelcomesAsync(BotProcess bot, string login)
    {
        var issue = _github.OpenIssue(_repository, _github.AddUser(login));
        Assert.True(await bot.TrySendAsync(_github.Deliveries.Opened(issue)));
        await bot.SettledAsync(Cancelled);
        Assert.Equal("welcomer[bot]", Assert.Single(issue.Comments).Author.Login);
    }
}
