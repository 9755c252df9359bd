using System.Globalization;

namespace CommunityBot.Messages;

/// <summary>The languages that there are built-in texts in.</summary>
public static class Languages
{
    /// <summary>The one that is spoken where a config names none.</summary>
    public const string Default = "en";

    /// <summary>All of them, by their names in the config, which are those of <see href="https://www.rfc-editor.org/rfc/bcp/bcp47.txt">BCP 47</see>.</summary>
    public static readonly IReadOnlyList<string> All = [Default, "zh-Hans", "es", "pt-BR", "ja", "de", "fr"];

    /// <summary>
    /// Whether so many things are spoken of in the singular: in Japanese and Chinese nothing has one of its own, zero and one and a half have it in French and in Portuguese.
    /// <see href="https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html">The rules of CLDR</see> agree; that of millions, which Spanish, Portuguese and
    /// French have besides, is left out.
    /// </summary>
    public static bool HasSingular(string language, decimal count) => language switch
    {
        "zh-Hans" or "ja" => false,
        "pt-BR" or "fr" => Math.Abs(count) < 2,
        _ => Math.Abs(count) == 1,
    };

    /// <summary>Its names of days and months, and how it writes numbers.</summary>
    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language);
}
