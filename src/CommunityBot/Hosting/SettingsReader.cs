using System.Globalization;

namespace CommunityBot.Hosting;

/// <summary>Reads operator settings by key and gathers what is wrong with them, a line for each problem.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    /// <summary>A key this many edits away from a known one is taken for a slip of the finger.</summary>
    private const int MostEdits = 4;

    private static readonly string[] Sections = [GitHubOptions.Section, StorageOptions.Section, BotOptions.Section];

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

    public TimeSpan Span(string key, TimeSpan absent, TimeSpan least, TimeSpan most) => Value(key, absent, text =>
        (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) && span >= least && span <= most, span));

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
            foreach (var (key, _) in configuration.GetSection(section).AsEnumerable().Where(pair => pair.Value is not null))
            {
                if (!KnownSetting.All.Any(setting => setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase)))
                {
                    var (nearest, edits) = KnownSetting.All.Select(setting => (setting.Key, Edits: Edits(key, setting.Key))).MinBy(near => near.Edits);
                    _problems.Add($"{OneLine(key)} is no setting{(edits <= MostEdits ? $", did you mean {nearest}?" : "; remove it")}");
                }
            }
        }
    }

    private static string Quote(string text) => $"\"{OneLine(text)}\"";

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private static int Edits(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, above) = (row[0], 0);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                above = row[j];
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (same ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
