using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommunityBot.Hosting;
using CsCheck;
using Microsoft.Extensions.Configuration;

namespace CommunityBot.Tests.Hosting;

/// <summary>What a problem with a setting says, and what it keeps to itself.</summary>
public sealed class SettingProblemTests
{
    private static readonly string[] Forms = ["text", "escaped", "base64", "body"];

    private static readonly string[] Nasty = ["\n", "\r\n", "\0", "\u001b[2J", "\u0085", "\u2028", "\u202e"];

    private static readonly string Pem = NewKey();

    public static TheoryData<string, string> Misplaced => new(
        from key in KnownSetting.All.Select(setting => setting.Key)
        where key is not ("GitHub:PrivateKey" or "GitHub:WebhookSecret" or "GitHub:WebhookSecretPrevious" or "GitHub:ClientId" or "GitHub:ClientSecret")
        from form in Forms
        select (key, form));

    [Theory]
    [MemberData(nameof(Misplaced))]
    public void A_private_key_in_the_wrong_place_is_not_printed(string key, string form)
    {
        var body = string.Concat(Pem.Split('\n').Where(line => !line.StartsWith('-')));
        var value = form switch
        {
            "text" => Pem,
            "escaped" => Pem.ReplaceLineEndings("\\n"),
            "base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(Pem)),
            _ => body,
        };

        var problem = Assert.Single(Problems((key, value)));

        Assert.StartsWith($"{key} is ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(body[..24], problem, StringComparison.Ordinal);
        Assert.DoesNotContain(body[700..724], problem, StringComparison.Ordinal);
        Assert.DoesNotContain(value[40..64], problem, StringComparison.Ordinal);
        AssertOneLine(problem);
    }

    [Theory]
    [InlineData("ConnectionStrings:CommunityBot", "Host=db;Username=bot;Password=hunter2")]
    [InlineData("ConnectionStrings:CommunityBot", "Data Source=bot.db;Pasword='hunter2'")]
    [InlineData("GitHub:ApiUrl", "https://bot:hunter2@ghe.example/api/v3/")]
    [InlineData("GitHub:ServerUrl", "https://hunter2@ghe.example/")]
    [InlineData("Bot:PublicUrl", "ftp://bot:hunter2@bot.example/")]
    [InlineData("GitHub:AppId", "ghs_hunter2hunter2.hunter2")]
    public void A_password_in_a_value_is_not_printed(string key, string value) =>
        Assert.DoesNotContain("hunter2", Assert.Single(Problems((key, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("GitHub:AppId", "abc", "GitHub:AppId is \"abc\", expected a positive whole number: the App ID on the App's settings page")]
    [InlineData("Bot:Workers", "1025", "Bot:Workers is \"1025\", expected a whole number from 1 to 1024")]
    [InlineData("Storage:Provider", "MySql", "Storage:Provider is \"MySql\", expected Sqlite or Postgres")]
    [InlineData("GitHub:ApiUrl", "http://ghe.example/", "GitHub:ApiUrl is \"http://ghe.example/\", expected an https address (plain http only on this machine), for example https://HOST/api/v3/")]
    public void A_problem_says_what_was_found_and_what_is_expected(string key, string value, string expected) =>
        Assert.Equal([expected], Problems((key, value)));

    [Theory]
    [InlineData("Host=db;Database=communitybot;Username=bot;Password=hunter2", false)]
    [InlineData("Host=db;Username=bot;Password=hunter2", true)]
    [InlineData("Data Source=data/communitybot.db", true)]
    [InlineData("Host=db;Database=communitybot;Pasword=hunter2", true)]
    public void A_connection_string_is_one_of_the_provider(string connectionString, bool isProblem)
    {
        var problems = Problems(("Storage:Provider", "postgres"), ("ConnectionStrings:CommunityBot", connectionString));

        Assert.Equal(isProblem, problems.Any(problem => problem.StartsWith("ConnectionStrings:CommunityBot ", StringComparison.Ordinal)));
        Assert.DoesNotContain(problems, problem => problem.Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Postgres", "postgres://bot:hunter2@db/communitybot", "an address, which the provider does not take")]
    [InlineData("Postgres", "Data Source=data/communitybot.db", "that of a SQLite file")]
    [InlineData("Postgres", "Host=db;Database=bot;Pasword=hunter2", "with \"pasword\", which the provider does not take, or not with that value")]
    [InlineData("Postgres", "Host=db;Database=bot;Port=soon", "with \"port\", which the provider does not take, or not with that value")]
    [InlineData("Postgres", "Host=db;Database=bot;Password=a;hunter2=b", "with a keyword, which the provider does not take, or not with that value")]
    [InlineData("Postgres", "Database=bot", "without Host")]
    [InlineData("Postgres", "Host=db", "without Database")]
    [InlineData("Postgres", "hunter2", "not written as KEYWORD=VALUE;KEYWORD=VALUE")]
    [InlineData("Sqlite", "Host=db;Database=bot;Password=hunter2", "that of a server, while Storage:Provider is Sqlite")]
    [InlineData("Sqlite", "postgresql://bot:hunter2@db/bot", "that of a server, while Storage:Provider is Sqlite")]
    public void A_wrong_connection_string_is_told_by_its_slip(string provider, string connectionString, string expected)
    {
        var problem = Assert.Single(Problems(("Storage:Provider", provider), ("ConnectionStrings:CommunityBot", connectionString)));

        Assert.StartsWith($"ConnectionStrings:CommunityBot is {expected}, expected ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "http://127.0.0.1:99999")]
    [InlineData("urls", "http://localhost:1;ftp://localhost")]
    [InlineData("urls", "localhost:8080")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://*:65536")]
    [InlineData("http_ports", "8080;http")]
    [InlineData("https_ports", "65536")]
    public void What_nobody_can_listen_on_is_told(string key, string value) =>
        Assert.StartsWith($"{key} is \"{value.Split(';')[^1]}\", expected ", Assert.Single(Problems((key, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("urls", "http://+:80;https://[::1]:0;http://bot.example/;HTTP://unix:/run/bot.sock")]
    [InlineData("http_ports", "8080;0")]
    public void What_the_server_can_listen_on_is_taken(string key, string value) => Assert.Empty(Problems((key, value)));

    [Fact]
    public void Key_and_path_are_told_to_be_one_too_many()
    {
        var problem = Assert.Single(Problems(("GitHub:PrivateKey", Pem), ("GitHub:PrivateKeyPath", "key.pem")));

        Assert.StartsWith("GitHub:PrivateKeyPath is set beside GitHub:PrivateKey, expected ", problem, StringComparison.Ordinal);
        Assert.EndsWith("not both", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_written_a_problem_is_one_line_that_names_the_key() =>
        Gen.Select(
            Gen.Int[0, KnownSetting.All.Count - 1].Select(at => KnownSetting.All[at].Key),
            Gen.Select(Gen.String, Gen.Int[0, Nasty.Length - 1], Gen.String))
        .Sample((key, value) =>
        {
            foreach (var problem in Problems((key, value.Item1 + Nasty[value.Item2] + value.Item3)))
            {
                Assert.Contains(key, problem, StringComparison.Ordinal);
                AssertOneLine(problem);
            }
        });

    private static void AssertOneLine(string problem) => Assert.DoesNotContain(problem, letter =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Good credentials beside what is asked about, so that nothing else is a problem.
    private static IReadOnlyList<string> Problems(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?> { ["GitHub:AppId"] = "12", ["GitHub:PrivateKey"] = Pem, ["GitHub:WebhookSecret"] = "secret" };
        if (settings.Any(setting => setting.Key is "GitHub:PrivateKeyPath"))
        {
            values.Remove("GitHub:PrivateKey");
        }

        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        OperatorSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), out var problems);
        return problems;
    }

    private static string NewKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportRSAPrivateKeyPem();
    }
}
