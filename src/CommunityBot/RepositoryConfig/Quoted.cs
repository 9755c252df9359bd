using System.Globalization;

namespace CommunityBot.RepositoryConfig;

/// <summary>What somebody wrote, as a problem shows it: on one line.</summary>
internal static class Quoted
{
    /// <summary>Enough to recognise what is meant.</summary>
    private const int MostShown = 60;

    /// <summary>A text in quotes; of a long one the beginning.</summary>
    public static string Of(string text) => $"\"{OneLine(text.Length <= MostShown ? text : $"{text[..MostShown]}…")}\"";

    /// <summary>A text without breaks and what a terminal would obey.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(letter =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : letter));
}
