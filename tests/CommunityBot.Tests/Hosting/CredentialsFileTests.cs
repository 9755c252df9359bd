using System.Security.Cryptography;
using CommunityBot.Cli;
using CommunityBot.Hosting;
using Microsoft.Extensions.Configuration;

namespace CommunityBot.Tests.Hosting;

public sealed class CredentialsFileTests : IDisposable
{
    private static readonly string Pem = Key();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("communitybot-tests-");

    private CredentialsFile File => new(new() { ConnectionString = $"Data Source={_folder.FullName}/deeper/bot.db" });

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_written_is_read_with_the_GitHub_it_is_for()
    {
        await File.WriteAsync(Credentials());

        // Empty settings are none, and one that says the same changes nothing.
        var settings = Read(("GitHub:AppId", ""), ("GitHub:PrivateKeyPath", " "), ("GitHub:ApiUrl", "https://GHE.example:443/api/v3"), ("GitHub:ServerUrl", ""));

        Assert.False(settings.IsPreview);
        Assert.Equal((12, Pem, "secret", "id", "client secret"), (settings.GitHub.AppId, settings.GitHub.PrivateKey, settings.GitHub.WebhookSecret, settings.GitHub.ClientId, settings.GitHub.ClientSecret));
        Assert.Equal(("https://ghe.example/api/v3/", "https://ghe.example/"), (settings.GitHub.ApiUrl.AbsoluteUri, settings.GitHub.ServerUrl.AbsoluteUri));
    }

    [Fact]
    public async Task Settings_elsewhere_win_whole()
    {
        await File.WriteAsync(Credentials());
        var settings = Read(("GitHub:AppId", "13"), ("GitHub:PrivateKey", Key()), ("GitHub:WebhookSecret", "other"));

        Assert.Equal((13, "other", null, null), (settings.GitHub.AppId, settings.GitHub.WebhookSecret, settings.GitHub.ClientId, settings.GitHub.ClientSecret));
        Assert.NotEqual(Pem, settings.GitHub.PrivateKey);
        Assert.True(settings.GitHub.IsGitHubCom);
    }

    [Fact]
    public async Task Half_of_them_elsewhere_are_not_completed()
    {
        await File.WriteAsync(Credentials());
        using var configuration = Configuration(("GitHub:AppId", "13"));

        Assert.Equal("GitHub:AppId", File.AddTo(configuration));
        Assert.Null(OperatorSettings.Read(configuration, out var problems));
        Assert.Equal(2, problems.Count);
    }

    [Theory]
    [InlineData("GitHub:ApiUrl", "https://api.github.com/", "https://ghe.example/api/v3/")]
    [InlineData("GitHub:ServerUrl", "https://github.com", "https://ghe.example/")]
    public async Task Another_GitHub_elsewhere_is_named_with_the_one_of_the_file(string key, string elsewhere, string own)
    {
        await File.WriteAsync(Credentials());
        using var configuration = Configuration((key, elsewhere));
        var line = StartProblem.Describe(Assert.Throws<InvalidDataException>(() => File.AddTo(configuration)));

        Assert.All([File.Path, key, elsewhere, own], part => Assert.Contains(part, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_signs_people_in_may_be_set_elsewhere_and_is_whole()
    {
        await File.WriteAsync(Credentials());
        var settings = Read(("GitHub:ClientId", "other"), ("GitHub:ClientSecret", "other secret"));
        using var half = Configuration(("GitHub:ClientId", "other"));

        Assert.Equal((12, "other", "other secret"), (settings.GitHub.AppId, settings.GitHub.ClientId, settings.GitHub.ClientSecret));
        Assert.Null(File.AddTo(half));
        Assert.Null(OperatorSettings.Read(half, out var problems));
        Assert.StartsWith("GitHub:ClientSecret is missing", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_being_replaced_stands_beside_it()
    {
        await File.WriteAsync(Credentials());
        var settings = Read(("GitHub:WebhookSecretPrevious", "former"));

        Assert.Equal((12, "former"), (settings.GitHub.AppId, settings.GitHub.WebhookSecretPrevious));
    }

    [Fact]
    public async Task Only_the_owner_may_read_it_and_nothing_is_left_beside_it()
    {
        await File.WriteAsync(Credentials());

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File.Path));
        }

        Assert.Equal([File.Path], Directory.GetFiles(Path.GetDirectoryName(File.Path)!));
    }

    [Fact]
    public async Task One_that_is_there_is_not_replaced()
    {
        await File.WriteAsync(Credentials());
        var before = await System.IO.File.ReadAllTextAsync(File.Path, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IOException>(() => File.WriteAsync(Credentials()));
        Assert.Equal(before, await System.IO.File.ReadAllTextAsync(File.Path, TestContext.Current.CancellationToken));
        Assert.Equal([File.Path], Directory.GetFiles(Path.GetDirectoryName(File.Path)!));
    }

    [Theory]
    [InlineData("https://ghe.example/", "https://ghe.example/api/v3/", "https://ghe.example/github-apps/the-app/installations/new")]
    [InlineData("https://github.com/", "https://api.github.com/", "https://github.com/apps/the-app/installations/new")]
    public async Task It_knows_where_its_App_is_installed_and_no_other(string server, string api, string page)
    {
        Assert.Null(File.FindInstallPage(12));
        await File.WriteAsync(new() { AppId = 12, PrivateKey = Pem, WebhookSecret = "secret", ApiUrl = new(api), ServerUrl = new(server), Slug = "the-app" });

        Assert.Equal(("the-app", new Uri(page)), File.FindInstallPage(12));
        Assert.Null(File.FindInstallPage(13));
        Assert.DoesNotContain("installations", await System.IO.File.ReadAllTextAsync(File.Path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(12, Read().GitHub.AppId);
    }

    [Fact]
    public async Task Where_its_App_is_installed_is_not_known_of_one_that_does_not_say_so_or_is_broken()
    {
        await File.WriteAsync(Credentials());
        Assert.Null(File.FindInstallPage(12));

        await System.IO.File.WriteAllTextAsync(File.Path, "{", TestContext.Current.CancellationToken);
        Assert.Null(File.FindInstallPage(12));
    }

    [Fact]
    public async Task Why_it_cannot_be_written_is_told_of_its_own_name()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Where nobody may make a file, not even the superuser.
        var file = new CredentialsFile(new() { ConnectionString = "Data Source=/proc/bot.db" });
        var fault = await Assert.ThrowsAsync<IOException>(() => file.WriteAsync(Credentials()));

        Assert.Contains($"'{file.Path}'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{ "AppId": 12 }""")]
    [InlineData("""{ "AppId": 12, "PrivateKey": "none", "WebhookSecret": "s", "ApiUrl": "https://api.github.com/", "ServerUrl": "https://github.com/" }""")]
    [InlineData("""{ "AppIdd": 12, "PrivateKey": "none", "WebhookSecret": "s", "ApiUrl": "https://api.github.com/", "ServerUrl": "https://github.com/" }""")]
    public async Task One_that_is_broken_is_named(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File.Path)!);
        await System.IO.File.WriteAllTextAsync(File.Path, content, TestContext.Current.CancellationToken);
        using var configuration = Configuration();

        Assert.Contains(File.Path, Assert.Throws<InvalidDataException>(() => File.AddTo(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_server_it_is_where_the_file_of_the_database_would_be() =>
        Assert.Equal(
            Path.Combine(Environment.CurrentDirectory, "data", CredentialsFile.Name),
            new CredentialsFile(new() { Provider = StorageOptions.Postgres, ConnectionString = "Host=db;Database=communitybot" }).Path);

    private static AppCredentials Credentials() => new()
    {
        AppId = 12,
        PrivateKey = Pem,
        WebhookSecret = "secret",
        ClientId = "id",
        ClientSecret = "client secret",
        ApiUrl = new("https://ghe.example/api/v3/"),
        ServerUrl = new("https://ghe.example/"),
    };

    private static ConfigurationManager Configuration(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        return configuration;
    }

    private static string Key()
    {
        using var key = RSA.Create(2048);
        return key.ExportRSAPrivateKeyPem();
    }

    private OperatorSettings Read(params (string Key, string Value)[] settings)
    {
        using var configuration = Configuration(settings);
        File.AddTo(configuration);
        var read = OperatorSettings.Read(configuration, out var problems);
        Assert.Empty(problems);
        return read!;
    }
}
