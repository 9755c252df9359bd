using System.Globalization;
using System.Net;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Hosting;

/// <summary>Reads operator settings by key and gathers what is wrong with them, a line for each problem.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    /// <summary>The section that other programs use as well.</summary>
    private const string Connections = "ConnectionStrings";

    /// <summary>A value longer than any that is meant here is something else, perhaps a key, and not shown.</summary>
    private const int LongestShown = 200;

    private static readonly string[] Sections = [GitHubOptions.Section, StorageOptions.Section, BotOptions.Section, Connections];

    private static readonly string[] PortSettings = ["http_ports", "https_ports"];

    private static readonly SecretScrubber Scrubber = new([]);

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The value, or null where it is absent or blank.</summary>
    public string? Text(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>A parsed value; the default where it is absent, or malformed, which is a problem.</summary>
    public T Value<T>(string key, T absent, Func<string, (bool Ok, T Value)> parse)
    {
        if (Text(key) is not { } text)
        {
            return absent;
        }

        var (ok, value) = parse(text);
        if (!ok)
        {
            Report(key, Quote(text));
        }

        return ok ? value : absent;
    }

    public long? PositiveNumber(string key, long most) => Value<long?>(key, null, text =>
        (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most, number));

    /// <summary>A time span. A bare number would be read as days, where most mean seconds.</summary>
    public TimeSpan Span(string key, TimeSpan absent, TimeSpan least, TimeSpan most) => Value(key, absent, text =>
        (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) && text.Contains(':', StringComparison.Ordinal) && span >= least && span <= most, span));

    /// <summary>An address of an API or a site: encrypted, unless it is on this machine.</summary>
    public Uri Root(string key, Uri absent) => Value(key, absent, text =>
    {
        var ok = Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0;
        return (ok, url ?? absent);
    });

    /// <summary>Reports a value that is wrong; what was found is a secret if it is not quoted.</summary>
    public void Report(string key, string found) =>
        _problems.Add($"{key} is {found}, expected {KnownSetting.All.Single(setting => setting.Key == key).Expects}");

    /// <summary>Reports keys of our sections that are no settings: a slip of the finger must not be without effect unnoticed.</summary>
    public void ReportUnknown()
    {
        foreach (var section in Sections)
        {
            // A value of the section itself is a variable of the environment that happens to have its name.
            foreach (var (key, _) in configuration.GetSection(section).AsEnumerable().Where(pair => pair.Value is not null && pair.Key != section))
            {
                if (KnownSetting.All.Any(setting => setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase)))
                {
                    continue;
                }

                if (NearestName.Of(key, KnownSetting.All.Select(setting => setting.Key), NearestName.MostEdits) is { } nearest)
                {
                    _problems.Add($"{Show(key)} is no setting, did you mean {nearest}?");
                }
                else if (section != Connections)
                {
                    _problems.Add($"{Show(key)} is no setting; remove it");
                }
            }
        }
    }

    /// <summary>Reports levels and a format of the log that are none; the framework would answer them with a stack trace, or not at all.</summary>
    public void ReportLogging()
    {
        _ = Value("Logging:Format", "", text => (text.ToUpperInvariant() is "JSON" or "TEXT", text));
        foreach (var level in configuration.GetSection("Logging:LogLevel").GetChildren())
        {
            if (Text(level.Path) is { } text && !Enum.TryParse<LogLevel>(text, ignoreCase: true, out _))
            {
                _problems.Add($"{Show(level.Path)} is {Quote(text)}, expected one of {string.Join(", ", Enum.GetNames<LogLevel>())}");
            }
        }
    }

    /// <summary>Reports addresses and ports to listen on that are none; the framework would not say which setting they come from.</summary>
    public void ReportAddresses()
    {
        var addresses = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => $"{endpoint.Path}:Url").Append("urls");
        foreach (var (key, address) in addresses.SelectMany(Listed).Where(one => !Listening.IsAddress(one.Value)))
        {
            _problems.Add($"{key} is {Quote(address)}, expected http://ADDRESS:PORT with a port up to {IPEndPoint.MaxPort}");
        }

        foreach (var (key, port) in PortSettings.SelectMany(Listed).Where(one => !Listening.IsPort(one.Value)))
        {
            _problems.Add($"{key} is {Quote(port)}, expected a port up to {IPEndPoint.MaxPort}");
        }
    }

    /// <summary>A value as a problem shows it: on one line, and without a secret that was put in the wrong place.</summary>
    public static string Quote(string text) => text.Length > LongestShown ? $"a text of {text.Length} characters" : $"\"{Show(text)}\"";

    private IEnumerable<(string Key, string Value)> Listed(string key) =>
        (configuration[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(value => (key, value));

    private static string Show(string text) => Quoted.OneLine(Scrubber.Scrub(text));
}
