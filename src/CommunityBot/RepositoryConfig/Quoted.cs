using System.Globalization;

namespace CommunityBot.RepositoryConfig;

/// <summary>What somebody wrote, as a problem shows it: on one line, and of a long text the beginning.</summary>
internal static class Quoted
{
    /// <summary>Enough to recognise what is meant.</summary>
    private const int MostOfValue = 60;

    /// <summary>Enough for a sentence about it.</summary>
    private const int MostOfMessage = 300;

    /// <summary>A value in quotes.</summary>
    public static string Of(string text) => $"\"{Name(text)}\"";

    /// <summary>A name without quotes.</summary>
    public static string Name(string text) => OneLine(Cut(text, MostOfValue));

    /// <summary>A sentence of a library that quotes what it was given.</summary>
    public static string Message(string text) => OneLine(Cut(text, MostOfMessage));

    /// <summary>A text without breaks and what a terminal would obey.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(letter =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : letter));

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}…";
}
