using System.Security.Cryptography;
using System.Text;
using CommunityBot.Hosting;
using CsCheck;
using Microsoft.Extensions.Configuration;

namespace CommunityBot.Tests.Hosting;

public sealed class OperatorSettingsTests : IDisposable
{
    private static readonly string Pem = Key(2048);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("communitybot-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_credentials_it_is_a_preview_with_a_secret_of_its_own()
    {
        var one = Good(("GitHub:ApiUrl", "https://ghe.example/api/v3/"));
        var other = Good();

        Assert.True(one.IsPreview);
        Assert.Equal(64, one.GitHub.WebhookSecret!.Length);
        Assert.NotEqual(one.GitHub.WebhookSecret, other.GitHub.WebhookSecret);
    }

    [Fact]
    public void With_credentials_it_is_no_preview()
    {
        var settings = Good(Live());

        Assert.False(settings.IsPreview);
        Assert.Equal(12, settings.GitHub.AppId);
        Assert.Equal("secret", settings.GitHub.WebhookSecret);
        Assert.Equal("https://api.github.com/", settings.GitHub.ApiUrl.AbsoluteUri);
    }

    [Theory]
    [InlineData("GitHub:AppId")]
    [InlineData("GitHub:PrivateKey")]
    [InlineData("GitHub:WebhookSecret")]
    public void Half_of_the_credentials_are_none(string missing)
    {
        var problem = Assert.Single(Bad([.. Live().Where(setting => setting.Key != missing)]));

        Assert.StartsWith($"{missing} is missing, expected ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_client_id_goes_with_its_secret()
    {
        Assert.StartsWith("GitHub:ClientSecret is missing", Assert.Single(Bad([.. Live(), ("GitHub:ClientId", "x")])), StringComparison.Ordinal);
        Assert.StartsWith("GitHub:ClientId is missing", Assert.Single(Bad([.. Live(), ("GitHub:ClientSecret", "x")])), StringComparison.Ordinal);
        Good([.. Live(), ("GitHub:ClientId", "x"), ("GitHub:ClientSecret", "y")]);
    }

    [Fact]
    public void The_key_comes_as_text_with_escapes_as_base64_or_as_a_file()
    {
        var path = Path.Combine(_folder.FullName, "key.pem");
        File.WriteAllText(path, Pem);
        (string, string)[] ways =
        [
            ("GitHub:PrivateKey", Pem),
            ("GitHub:PrivateKey", Pem.ReplaceLineEndings("\\n")),
            ("GitHub:PrivateKey", Convert.ToBase64String(Encoding.UTF8.GetBytes(Pem))),
            ("GitHub:PrivateKeyPath", path),
        ];

        Assert.All(ways, way =>
        {
            using var key = RSA.Create();
            key.ImportFromPem(Good([.. Live().Where(setting => setting.Key != "GitHub:PrivateKey"), way]).GitHub.PrivateKey);
            Assert.Equal(2048, key.KeySize);
        });
    }

    [Theory]
    [InlineData("GitHub:AppId", "abc")]
    [InlineData("GitHub:AppId", "0")]
    [InlineData("GitHub:AppId", "-5")]
    [InlineData("GitHub:AppId", "1,5")]
    [InlineData("GitHub:AppId", "99999999999999999999")]
    [InlineData("GitHub:PrivateKey", "not a key")]
    [InlineData("GitHub:PrivateKey", "-----BEGIN RSA PRIVATE KEY-----\\nAAAA\\n-----END RSA PRIVATE KEY-----")]
    [InlineData("GitHub:ApiUrl", "api.github.com")]
    [InlineData("GitHub:ApiUrl", "http://ghe.example/api/v3/")]
    [InlineData("GitHub:ApiUrl", "ftp://ghe.example/")]
    [InlineData("GitHub:ApiUrl", "https://ghe.example/?a=b")]
    [InlineData("GitHub:ApiUrl", "https://user:word@ghe.example/")]
    [InlineData("GitHub:ServerUrl", "nonsense")]
    [InlineData("Storage:Provider", "MySql")]
    [InlineData("Storage:Provider", "Oracle")]
    [InlineData("ConnectionStrings:CommunityBot", "nonsense")]
    [InlineData("ConnectionStrings:CommunityBot", "Data Source=:memory:")]
    [InlineData("ConnectionStrings:CommunityBot", "Host=x;Username=y")]
    [InlineData("ConnectionStrings:CommunityBot", "Data Source=")]
    [InlineData("ConnectionStrings:CommunityBot", "Data Source=bot.db;Colour=blue")]
    [InlineData("ConnectionStrings:CommunityBot", "Data Source=bot.db;Mode=Bogus")]
    [InlineData("ConnectionStrings:CommunityBot", "Data Source=bot.db;Mode=Memory")]
    [InlineData("ConnectionStrings:CommunityBot", "Data Source=bot.db;Mode=ReadOnly")]
    [InlineData("ConnectionStrings:CommunityBot", "Data Source=bot.db;Password=word")]
    [InlineData("ConnectionStrings:CommunityBot", "Data Source=bot.db;Default Timeout=soon")]
    [InlineData("ConnectionStrings:CommunityBot", "Data Source=file::memory:")]
    [InlineData("Storage:KeepPayloads", "30")]
    [InlineData("Storage:KeepPayloads", "10675199.00:00:00")]
    [InlineData("Bot:SweepInterval", "1")]
    [InlineData("Logging:Format", "xml")]
    [InlineData("Logging:LogLevel:Default", "Loud")]
    [InlineData("Storage:KeepPayloads", "30 days")]
    [InlineData("Storage:KeepPayloads", "00:00:00")]
    [InlineData("Storage:KeepPayloads", "-1.00:00:00")]
    [InlineData("Bot:DryRun", "maybe")]
    [InlineData("Bot:PublicUrl", "bot.example")]
    [InlineData("Bot:SweepInterval", "00:00:00")]
    [InlineData("Bot:SweepInterval", "2.00:00:00")]
    [InlineData("Bot:Workers", "0")]
    [InlineData("Bot:Workers", "1025")]
    [InlineData("Bot:ContentPerMinute", "none")]
    [InlineData("Bot:ContentPerHour", "10")]
    public void A_malformed_value_is_one_line_that_names_the_key_and_what_it_expects(string key, string value)
    {
        var problem = Assert.Single(Bad([.. Live().Where(setting => setting.Key != key), (key, value)]));

        Assert.StartsWith($"{key} is ", problem, StringComparison.Ordinal);
        Assert.Contains(", expected ", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GitHub:ApiUrl", "http://127.0.0.1:9090")]
    [InlineData("GitHub:ApiUrl", "http://localhost/api/v3/")]
    [InlineData("GitHub:ApiUrl", "https://ghe.example/api/v3")]
    [InlineData("Storage:Provider", "sqlite")]
    [InlineData("ConnectionStrings:CommunityBot", "Filename=/data/bot.db;Mode=ReadWrite")]
    [InlineData("ConnectionStrings:Other", "Host=x")]
    [InlineData("Storage:KeepPayloads", "7.00:00:00")]
    [InlineData("Bot:SweepInterval", "00:00:01")]
    [InlineData("Bot:SweepInterval", "1.00:00:00")]
    [InlineData("Logging:Format", "JSON")]
    [InlineData("Logging:LogLevel:Microsoft", "none")]
    [InlineData("bot:workers", "1")]
    [InlineData("Bot", "a variable of the environment that happens to have this name")]
    [InlineData("Bot:DryRun", "True")]
    [InlineData("Bot:PublicUrl", "https://bot.example/")]
    [InlineData("Bot:Workers", "1024")]
    [InlineData("Bot:ContentPerHour", "80")]
    public void A_good_value_is_taken(string key, string value) => Good([.. Live(), (key, value)]);

    [Fact]
    public void An_address_gets_the_slash_that_it_needs() =>
        Assert.Equal("https://ghe.example/api/v3/", Good(("GitHub:ApiUrl", "https://ghe.example/api/v3")).GitHub.ApiUrl.AbsoluteUri);

    [Fact]
    public void A_key_that_signs_nothing_or_is_too_short_is_none()
    {
        using var rsa = RSA.Create(2048);
        foreach (var key in new[] { rsa.ExportRSAPublicKeyPem(), Key(1024) })
        {
            var problem = Assert.Single(Bad([.. Live().Where(setting => setting.Key != "GitHub:PrivateKey"), ("GitHub:PrivateKey", key)]));
            Assert.DoesNotContain(key[40..60], problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        var path = Path.Combine(_folder.FullName, "missing.pem");
        var problem = Assert.Single(Bad([.. Live().Where(setting => setting.Key != "GitHub:PrivateKey"), ("GitHub:PrivateKeyPath", path)]));

        Assert.Contains(path, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bot:Wrokers", ", did you mean Bot:Workers?")]
    [InlineData("GitHub:WebHookSecrt", ", did you mean GitHub:WebhookSecret?")]
    [InlineData("ConnectionStrings:ComunityBot", ", did you mean ConnectionStrings:CommunityBot?")]
    [InlineData("Storage:Compression:Level", "; remove it")]
    public void A_slip_of_the_finger_is_no_setting(string key, string hint) => Assert.Equal([$"{key} is no setting{hint}"], Bad((key, "3")));

    [Fact]
    public void All_problems_are_told_at_once() =>
        Assert.Equal(3, Bad(("Bot:Workers", "x"), ("Bot:DryRun", "x"), ("Storage:Provider", "x")).Count);

    [Fact]
    public void Whatever_is_written_a_problem_is_one_line_without_a_secret() =>
        Gen.Select(Gen.Int[0, KnownSetting.All.Count - 1].Select(at => KnownSetting.All[at].Key), Gen.String).Sample((key, value) =>
        {
            Read([.. Live().Where(setting => setting.Key != key), (key, value)], out var problems);
            Assert.All(problems, problem => Assert.DoesNotContain(problem, char.IsControl));
            if (value.Length > 8 && key is "GitHub:PrivateKey")
            {
                Assert.All(problems, problem => Assert.DoesNotContain(value, problem, StringComparison.Ordinal));
            }
        });

    [Fact]
    public void What_the_documentation_calls_a_default_is_one()
    {
        var documented = KnownSetting.All
            .Where(setting => setting.Default.Length > 0 && setting.Key is not ("Bot:Workers" or "Logging:Format"))
            .Select(setting => (setting.Key, setting.Default))
            .ToArray();
        var (absent, written) = (Good(), Good(documented));

        Assert.Equivalent(absent.Bot, written.Bot, strict: true);
        Assert.Equivalent(absent.Storage, written.Storage, strict: true);
        Assert.Equal((absent.GitHub.ApiUrl, absent.GitHub.ServerUrl), (written.GitHub.ApiUrl, written.GitHub.ServerUrl));
        Assert.Equal(Environment.ProcessorCount * 4, absent.Bot.Workers);
    }

    [Fact]
    public void The_documentation_lists_every_setting()
    {
        var rows = KnownSetting.All.Select(setting =>
            $"| `{setting.Key}` | {(setting.Default.Length == 0 ? "–" : $"`{setting.Default}`")} | {setting.Meaning} | {setting.Expects} |");
        var table = string.Join('\n', ["| key | default | meaning | expects |", "| --- | --- | --- | --- |", .. rows]);

        Assert.Contains(table, File.ReadAllText(Path.Combine(Repository.Root, "docs", "operating.md")), StringComparison.Ordinal);
    }

    private static (string Key, string Value)[] Live() =>
        [("GitHub:AppId", "12"), ("GitHub:PrivateKey", Pem), ("GitHub:WebhookSecret", "secret")];

    private static OperatorSettings Good(params (string Key, string Value)[] settings)
    {
        var read = Read(settings, out var problems);
        Assert.Empty(problems);
        return Assert.IsType<OperatorSettings>(read);
    }

    private static IReadOnlyList<string> Bad(params (string Key, string Value)[] settings)
    {
        Assert.Null(Read(settings, out var problems));
        return problems;
    }

    private static OperatorSettings? Read((string Key, string Value)[] settings, out IReadOnlyList<string> problems) => OperatorSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build(), out problems);

    private static string Key(int bits)
    {
        using var rsa = RSA.Create(bits);
        return rsa.ExportRSAPrivateKeyPem();
    }
}
