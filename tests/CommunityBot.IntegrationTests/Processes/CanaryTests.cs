using System.Text;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using Microsoft.Data.Sqlite;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>Secrets that would be known again anywhere: none of them comes out of the real process, however much it logs.</summary>
public sealed class CanaryTests
{
    private const string WebhookSecret = "canary-webhook-secret-\"it's\"-6f1f2b";

    private const string FormerSecret = "canary-former-secret-0c8e77";

    private const string ClientSecret = "canary-client-secret-93ab15";

    private const string WrongSignature = "sha256=ca4a12ca4a12ca4a12ca4a12ca4a12ca4a12ca4a12ca4a12ca4a12ca4a12ca4a";

    private static readonly string[] Pages = ["/", "/metrics", "/healthz/live", "/healthz/ready", "/no/such/page/anywhere", "/api/github/webhooks"];

    private static readonly string[] Everything = ["Default", "Microsoft", "Microsoft.Hosting.Lifetime", "System.Net.Http", "Polly"];

    private readonly List<string> _signatures = [WrongSignature];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task No_secret_is_in_the_log_on_disk_or_on_a_page(string format)
    {
        await using var github = await SimulatedGitHub.StartAsync(new() { WebhookSecret = WebhookSecret, PrivateKeyPem = TestKey.Pem });
        await using var bot = new BotProcess(github) { Settings = Settings(format) };
        await bot.StartAsync();
        await WorkAsync(github, bot);
        var texts = new List<(string Where, string Text)>();
        foreach (var page in Pages)
        {
            using var answer = await bot.Client.GetAsync(new Uri(bot.Address, page), Cancelled);
            texts.Add((page, $"{answer.Headers}{await answer.Content.ReadAsStringAsync(Cancelled)}"));
        }

        texts.AddRange(await ReadTablesAsync(bot));
        texts.AddRange(await ReadFilesAsync(bot));
        Assert.Equal(0, await bot.TerminateAsync());
        texts.AddRange(await ReadFilesAsync(bot));
        texts.AddRange(bot.Output.Select(line => ("the log", line)));

        // What is looked through holds what it should hold: levels down to the lowest, faults, every table.
        Assert.Contains(bot.Output, line => line.Contains("Nothing to see", StringComparison.Ordinal));
        Assert.Contains(bot.Output, line => line.Contains(format == "json" ? "\"@l\":\"Verbose\"" : " debug ", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Where == "table deliveries");
        Assert.Contains(texts, text => text.Where == "table outbox" && text.Text.Contains("newcomer", StringComparison.Ordinal));
        var canaries = Canaries(github).ToList();
        Assert.All(texts, text => Assert.All(canaries, canary => Assert.DoesNotContain(canary, text.Text, StringComparison.OrdinalIgnoreCase)));
    }

    private static Dictionary<string, string> Settings(string format)
    {
        var settings = new Dictionary<string, string>
        {
            ["GitHub:WebhookSecretPrevious"] = FormerSecret,
            ["GitHub:ClientId"] = "Iv1.0123456789abcdef",
            ["GitHub:ClientSecret"] = ClientSecret,
            ["Logging:Format"] = format,
        };
        foreach (var category in Everything)
        {
            settings[$"Logging:LogLevel:{category}"] = "Trace";
        }

        return settings;
    }

    /// <summary>A greeting, a refused signature, revoked tokens, and a GitHub that fails and refuses.</summary>
    private async Task WorkAsync(SimulatedGitHub github, BotProcess bot)
    {
        var repository = github.AddRepository(github.AddInstallation("octo", github.Time.GetUtcNow().AddDays(-1)), "octo", "hello");
        Assert.Equal(202, await OpenAsync("newcomer-1", WebhookSecret));
        Assert.Equal(202, await OpenAsync("newcomer-2", FormerSecret));
        Assert.Equal(401, await OpenAsync("newcomer-3", secret: null));
        await bot.SettledAsync(Cancelled);

        github.RevokeTokens();
        github.Faults.Add(new(FaultKind.Status, (method, path) => method == "GET" && path.EndsWith("/issues", StringComparison.Ordinal)) { Status = 500, Times = 1 });
        github.Faults.Add(new(FaultKind.Status, (_, path) => path.EndsWith("/access_tokens", StringComparison.Ordinal)) { Status = 401, Message = "Bad credentials", Times = 1 });
        github.Faults.Add(new(FaultKind.Status, (_, path) => path.EndsWith("/reactions", StringComparison.Ordinal)) { Status = 422, Message = "Nothing to see", Times = 1 });
        Assert.Equal(202, await OpenAsync("newcomer-4", WebhookSecret));
        await bot.SettledAsync(Cancelled);

        async Task<int> OpenAsync(string login, string? secret)
        {
            var delivery = github.Deliveries.Opened(github.OpenIssue(repository, github.AddUser(login)));
            var signature = secret is null ? WrongSignature : SignedRequest.Sign(delivery, secret);
            _signatures.Add(signature);
            using var request = SignedRequest.Make(delivery, bot.Webhooks, signature);
            using var answer = await bot.Client.SendAsync(request, Cancelled);
            return (int)answer.StatusCode;
        }
    }

    /// <summary>The secrets, and of long ones every part, since a part is one too.</summary>
    private IEnumerable<string> Canaries(SimulatedGitHub github)
    {
        Assert.Contains(github.Shown, token => token.StartsWith("ghs_", StringComparison.Ordinal));
        Assert.Contains(github.Shown, token => token.StartsWith("eyJ", StringComparison.Ordinal));
        return _signatures.Select(signature => signature["sha256=".Length..])
            .Concat(github.Shown.SelectMany(token => token.Split('.')).Where(part => part.Length > 20))
            .Concat(TestKey.Pem.Split('\n').Where(line => line.Length > 20 && !line.StartsWith('-')))
            .Concat(["canary-webhook-secret", FormerSecret, ClientSecret]);
    }

    private static async Task<List<(string Where, string Text)>> ReadFilesAsync(BotProcess bot)
    {
        var texts = new List<(string, string)>();

        // A lock is for its owner alone while that one runs; it is read when all is over.
        foreach (var file in bot.Folder.GetFiles("*", SearchOption.AllDirectories).Where(file => !bot.IsRunning || file.Extension != ".lock"))
        {
            // Byte for byte, whatever they mean, and beside whoever writes.
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            texts.Add((file.Name, await reader.ReadToEndAsync(Cancelled)));
        }

        return texts;
    }

    private static async Task<List<(string Where, string Text)>> ReadTablesAsync(BotProcess bot)
    {
        await using var connection = new SqliteConnection($"Data Source={bot.File};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(Cancelled);
        var texts = new List<(string, string)>();
        foreach (var row in await RowsAsync("SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            texts.AddRange((await RowsAsync($"SELECT * FROM \"{row}\"")).Select(text => ($"table {row}", text)));
        }

        return texts;

        async Task<List<string>> RowsAsync(string query)
        {
            var rows = new List<string>();
            await using var command = connection.CreateCommand();
            command.CommandText = query;
            await using var reader = await command.ExecuteReaderAsync(Cancelled);
            while (await reader.ReadAsync(Cancelled))
            {
                rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{reader.GetValue(i)}")));
            }

            return rows;
        }
    }
}
