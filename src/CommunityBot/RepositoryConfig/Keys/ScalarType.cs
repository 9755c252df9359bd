using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityBot.RepositoryConfig.Keys;

/// <summary>A single value.</summary>
/// <param name="kind">What it is to YAML.</param>
/// <param name="expects">It in the words of a problem; allowed texts and bounds are added.</param>
/// <param name="read">Makes the value of what is written, or null if that is none.</param>
internal sealed class ScalarType(ScalarKind kind, string expects, Func<string, object?> read) : ConfigType
{
    // Made when something is first read: at start nothing is, and a dozen of them would be felt.
    private Regex? _regex;

    /// <summary>What it is to YAML.</summary>
    public ScalarKind Kind { get; } = kind;

    /// <summary>A regular expression for what is written, in the language that JSON Schema and .NET share.</summary>
    public string? Pattern { get; init; }

    /// <summary>All that may be written, if it is so little.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>The smallest and the largest whole number.</summary>
    public (int Least, int Most)? Range { get; init; }

    /// <summary>Says what a value probably is instead of what it is taken for, or null.</summary>
    public Func<string, string?>? Doubt { get; init; }

    /// <summary>Finds what was probably meant.</summary>
    public Func<string, string?>? Suggest { get; init; }

    public override string Expects =>
        Allowed is not null ? $"{expects}: {string.Join(", ", Allowed)}"
        : Range is not { } range ? expects
        : range.Least == range.Most ? $"{range.Least}"
        : range.Most < int.MaxValue ? $"{expects} from {range.Least} to {range.Most}"
        : range.Least > 0 ? $"{expects} from {range.Least}"
        : expects;

    /// <summary>The value of what is written, or null if it is none.</summary>
    /// <exception cref="Messages.TemplateException">It is a template that cannot be used.</exception>
    public object? Read(string text) => Pattern is not null && !Fits(Pattern, text) ? null : read(text);

    public override string Show(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        Enum name => ConfigTypes.NameOf(name),
        TimeZoneInfo zone => zone.Id,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // To .NET alone, "$" also stands before a last line break.
    private bool Fits(string pattern, string text) =>
        (_regex ??= new(pattern.EndsWith('$') ? $@"{pattern[..^1]}\z" : pattern, RegexOptions.CultureInvariant)).IsMatch(text);
}
