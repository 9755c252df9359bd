using System.Globalization;

namespace CommunityBot.Messages;

/// <summary>The languages that there are built-in texts in.</summary>
public static class Languages
{
    /// <summary>The one that is spoken where a config names none.</summary>
    public const string Default = "en";

    /// <summary>All of them, by their names in the config, which are those of <see href="https://www.rfc-editor.org/rfc/bcp/bcp47.txt">BCP 47</see>.</summary>
    public static readonly IReadOnlyList<string> All = [Default, "zh-Hans", "es", "pt-BR", "ja", "de", "fr"];

    /// <summary>Its names of days and months, and how it writes numbers.</summary>
    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language);
}
