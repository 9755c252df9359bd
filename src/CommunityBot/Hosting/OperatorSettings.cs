using System.Security.Cryptography;

namespace CommunityBot.Hosting;

/// <summary>The operator's settings, checked.</summary>
/// <param name="GitHub">How to reach GitHub.</param>
/// <param name="Bot">How the bot works.</param>
/// <param name="Storage">Where things are kept.</param>
/// <param name="IsPreview">Whether there are no credentials: nothing is asked of GitHub and nothing posted.</param>
public sealed record OperatorSettings(GitHubOptions GitHub, BotOptions Bot, StorageOptions Storage, bool IsPreview)
{
    /// <summary>What opens the setup page, once; null where there is nothing to set up. Not public, so that a record does not print it.</summary>
    internal string? SetupToken { get; } = IsPreview ? NewSecret() : null;

    /// <summary>More than a machine can use; a larger number is a slip of the finger.</summary>
    private const int MostWorkers = 1024;

    private static readonly string[] Needed = ["GitHub:AppId", "GitHub:PrivateKey", "GitHub:WebhookSecret"];

    private static readonly TimeSpan LeastSweep = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan MostSweep = TimeSpan.FromDays(1);

    /// <summary>A hundred years are for ever, and can still be taken from today's date.</summary>
    private static readonly TimeSpan MostKept = TimeSpan.FromDays(36525);

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">Where they are.</param>
    /// <param name="problems">What is wrong with them, a line for each; each names the key and what it expects.</param>
    /// <returns>The settings, or null if there are problems.</returns>
    public static OperatorSettings? Read(IConfiguration configuration, out IReadOnlyList<string> problems)
    {
        var reader = new SettingsReader(configuration);
        reader.ReportUnknown();
        reader.ReportLogging();
        reader.ReportAddresses();
        var (gitHub, isPreview) = ReadGitHub(reader);
        var settings = new OperatorSettings(gitHub, ReadBot(reader), ReadStorage(reader), isPreview);
        problems = reader.Problems;
        return problems.Count == 0 ? settings : null;
    }

    /// <summary>Reads only what says where the database is, for commands that need nothing else.</summary>
    /// <param name="configuration">Where the settings are.</param>
    /// <param name="problems">What is wrong with them, as <see cref="Read"/> tells it.</param>
    /// <returns>The settings, or null if there are problems.</returns>
    public static StorageOptions? ReadStorage(IConfiguration configuration, out IReadOnlyList<string> problems)
    {
        var reader = new SettingsReader(configuration);
        reader.ReportUnknown();
        var storage = ReadStorage(reader);
        problems = reader.Problems;
        return problems.Count == 0 ? storage : null;
    }

    /// <summary>Settings for a look at what would be said, without an account.</summary>
    /// <param name="connectionString">Where the database is.</param>
    public static OperatorSettings ForPreview(string connectionString) =>
        new(new() { WebhookSecret = NewSecret() }, new(), new() { ConnectionString = connectionString }, IsPreview: true);

    private static (GitHubOptions Options, bool IsPreview) ReadGitHub(SettingsReader reader)
    {
        var options = new GitHubOptions
        {
            AppId = reader.PositiveNumber("GitHub:AppId", long.MaxValue),
            PrivateKey = ReadKey(reader),
            WebhookSecret = reader.Text("GitHub:WebhookSecret"),
            WebhookSecretPrevious = reader.Text("GitHub:WebhookSecretPrevious"),
            ClientId = reader.Text("GitHub:ClientId"),
            ClientSecret = reader.Text("GitHub:ClientSecret"),
        };
        options.ApiUrl = reader.Root("GitHub:ApiUrl", options.ApiUrl);
        options.ServerUrl = reader.Root("GitHub:ServerUrl", options.ServerUrl);

        string?[] credentials =
        [
            reader.Text("GitHub:AppId"), reader.Text("GitHub:PrivateKey") ?? reader.Text("GitHub:PrivateKeyPath"), options.WebhookSecret,
            options.WebhookSecretPrevious, options.ClientId, options.ClientSecret,
        ];
        if (credentials.All(credential => credential is null))
        {
            options.WebhookSecret = NewSecret();
            return (options, true);
        }

        foreach (var (key, value) in Needed.Zip(credentials))
        {
            if (value is null)
            {
                reader.Report(key, "missing");
            }
        }

        if (options.ClientId is null != options.ClientSecret is null)
        {
            reader.Report(options.ClientId is null ? "GitHub:ClientId" : "GitHub:ClientSecret", "missing");
        }

        return (options, false);
    }

    private static string? ReadKey(SettingsReader reader)
    {
        const string Key = "GitHub:PrivateKey";
        const string Path = "GitHub:PrivateKeyPath";
        var (text, path) = (reader.Text(Key), reader.Text(Path));
        if (text is not null && path is not null)
        {
            reader.Report(Path, "set beside GitHub:PrivateKey");
            return null;
        }

        if (path is null)
        {
            var key = text is null ? null : PrivateKey.Normalise(text);
            if (text is not null && key is null)
            {
                reader.Report(Key, "something else");
            }

            return key;
        }

        try
        {
            if (PrivateKey.Normalise(File.ReadAllText(path)) is { } key)
            {
                return key;
            }

            reader.Report(Path, $"{SettingsReader.Quote(path)}, which holds something else");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            reader.Report(Path, $"{SettingsReader.Quote(path)}, which cannot be read");
        }

        return null;
    }

    private static BotOptions ReadBot(SettingsReader reader)
    {
        var options = new BotOptions();
        options.DryRun = reader.Value("Bot:DryRun", options.DryRun, text => (bool.TryParse(text, out var value), value));
        options.PublicUrl = reader.Value<Uri?>("Bot:PublicUrl", null, text =>
            (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http", url));
        options.SweepInterval = reader.Span("Bot:SweepInterval", options.SweepInterval, LeastSweep, MostSweep);
        options.Workers = (int)(reader.PositiveNumber("Bot:Workers", MostWorkers) ?? options.Workers);
        options.ContentPerMinute = (int)(reader.PositiveNumber("Bot:ContentPerMinute", int.MaxValue) ?? options.ContentPerMinute);
        options.ContentPerHour = (int)(reader.PositiveNumber("Bot:ContentPerHour", int.MaxValue) ?? options.ContentPerHour);
        if (options.ContentPerHour < options.ContentPerMinute)
        {
            reader.Report("Bot:ContentPerHour", $"{options.ContentPerHour}, less than Bot:ContentPerMinute of {options.ContentPerMinute}");
        }

        return options;
    }

    private static StorageOptions ReadStorage(SettingsReader reader)
    {
        var options = new StorageOptions();
        options.Provider = reader.Value("Storage:Provider", options.Provider, text => (
            Array.Exists(StorageOptions.Providers, known => known.Equals(text, StringComparison.OrdinalIgnoreCase)),
            Array.Find(StorageOptions.Providers, known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? ""));
        options.KeepPayloads = reader.Span("Storage:KeepPayloads", options.KeepPayloads, TimeSpan.FromTicks(1), MostKept);

        const string Connection = $"ConnectionStrings:{StorageOptions.ConnectionName}";
        options.ConnectionString = reader.Text(Connection) ?? options.ConnectionString;
        var problem = options.IsShared ? StorageConnection.FindServerProblem(options.ConnectionString) : StorageConnection.FindFileProblem(options.ConnectionString);
        if (problem is not null)
        {
            reader.Report(Connection, problem);
        }

        return options;
    }

    // 32 bytes, as many as the hash that it keys.
    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
