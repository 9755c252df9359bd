using System.Diagnostics;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>What keeps the service from starting is said in one line that names the place, with an exit code of its own.</summary>
public sealed class StartTests : IDisposable
{
    private const int Problems = 1;

    private const int Usage = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("communitybot-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(Problems, "-Bot:DryRun begins with one dash, write --Bot:DryRun", "-Bot:DryRun=true")]
    [InlineData(Problems, "urls is \"http://127.0.0.1:99999\", expected http://ADDRESS:PORT", "--urls", "http://127.0.0.1:99999")]
    [InlineData(Problems, "An https address (urls, https_ports or Kestrel:Endpoints) needs a certificate", "--urls", "https://127.0.0.1:0", "--GitHub:AppId", "12", "--GitHub:WebhookSecret", "secret")]
    [InlineData(Usage, "\"bogus\" is no setting, see communitybot --help", "serve", "bogus")]
    [InlineData(Usage, "\"--Bot:DryRn\" is no setting, did you mean --Bot:DryRun?", "--Bot:DryRn", "true")]
    public Task It_is_said_in_one_line(int code, string expected, params string[] arguments) => AssertAsync(code, expected, arguments);

    [Fact]
    public async Task A_file_of_settings_that_is_no_JSON_is_named()
    {
        // The program reads what is beside it, of an environment by its name.
        var environment = $"test-{Guid.NewGuid()}";
        var file = Path.Combine(AppContext.BaseDirectory, $"appsettings.{environment}.json");
        await File.WriteAllTextAsync(file, "{\n  \"Bot\": {\n    \"DryRun\": true,,\n  }\n}\n", TestContext.Current.CancellationToken);
        try
        {
            await AssertAsync(Problems, $"Failed to load configuration from file '{file}' at line 3: ", ["--environment", environment]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Nothing_is_taken_of_the_few_watches_that_all_programs_of_a_user_share()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Watches are seen in /proc.");
        await using var github = await SimulatedGitHub.StartAsync();
        await using var bot = new BotProcess(github);
        await bot.StartAsync();

        var open = Directory.GetFiles($"/proc/{bot.Id}/fd").Select(file => new FileInfo(file).LinkTarget).ToList();

        Assert.NotEmpty(open);
        Assert.DoesNotContain("anon_inode:inotify", open);
    }

    private async Task AssertAsync(int code, string expected, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "communitybot"), arguments)
        {
            // Certificates for development are kept at home.
            Environment = { ["HOME"] = _folder.FullName, ["GitHub__PrivateKey"] = arguments.Contains("--GitHub:AppId") ? Host.TestKey.Pem : null },
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = await process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);

            Assert.Equal((code, ""), (process.ExitCode, await output));
            Assert.StartsWith(expected, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
    }
}
