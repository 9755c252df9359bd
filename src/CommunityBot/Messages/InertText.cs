using System.Globalization;
using System.Text;

namespace CommunityBot.Messages;

/// <summary>
/// Makes what a stranger wrote plain text in a comment. Escaping takes Markdown's meaning from it, but GitHub looks for mentions, references, commits, emoji and
/// addresses in the text that rendering has made, after escapes are gone
/// (<see href="https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls">autolinked references</see>).
/// Those are taken apart by a character that nobody sees.
/// </summary>
public static class InertText
{
    /// <summary>Longest text, in characters as a reader counts them; GitHub's titles have at most 256.</summary>
    public const int MostCharacters = 256;

    /// <summary>Code units of one character as a reader counts them. A family emoji has 11; more are marks piled upon each other.</summary>
    private const int MostOfOneCharacter = 16;

    /// <summary>GitHub's shortest abbreviation of a commit.</summary>
    private const int ShortestHash = 7;

    /// <summary>The word joiner: no width, no line break, no letter, and none of the characters that anything linked consists of.</summary>
    private const char Joiner = '\u2060';

    private const string Harmless = ",;'\"?/%";

    /// <summary>The text with nothing in it that Markdown or GitHub would act on, in one line.</summary>
    public static string Of(string? text)
    {
        var plain = Tidy(text ?? "");
        var inert = new StringBuilder(plain.Length * 2);
        var word = 0;
        for (var i = 0; i < plain.Length; i++)
        {
            var letter = plain[i];
            word = char.IsLetterOrDigit(letter) ? word + 1 : 0;
            if (char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter) && letter != ' ')
            {
                AppendSign(inert, plain, i);
                continue;
            }

            inert.Append(letter);
            if (word == ShortestHash - 1)
            {
                // Enough for a commit only if more follows; one invisible character in a long word harms nobody.
                inert.Append(Joiner);
                word = 0;
            }
        }

        return inert.ToString();
    }

    private static void AppendSign(StringBuilder inert, string plain, int at)
    {
        var sign = plain[at];
        var next = at + 1 < plain.Length ? plain[at + 1] : ' ';
        if (sign == '$' || (sign == '.' && EndsWithWww(plain, at)))
        {
            // Formulas begin after a space; an address may have nearly any character behind "www.".
            inert.Append(Joiner);
        }

        if (!Harmless.Contains(sign, StringComparison.Ordinal))
        {
            inert.Append('\\');
        }

        inert.Append(sign);
        if (sign is '@' or '#' or '$' or ':' || (sign == '-' && char.IsLetterOrDigit(next)))
        {
            inert.Append(Joiner);
        }
    }

    private static bool EndsWithWww(string plain, int dot) => dot >= 3 && plain.AsSpan(dot - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    // One line of what can be seen, cut to a length.
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text);
        for (var count = 0; elements.MoveNext(); count++)
        {
            if (count == MostCharacters)
            {
                return tidy.ToString().TrimEnd() + "…";
            }

            var element = elements.GetTextElement();
            var end = tidy.Length + MostOfOneCharacter;
            foreach (var rune in element.EnumerateRunes())
            {
                if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                {
                    tidy.Append(tidy.Length > 0 && tidy[^1] != ' ' ? " " : "");
                }
                else if (tidy.Length + rune.Utf16SequenceLength <= end && IsVisible(rune, element))
                {
                    tidy.Append(rune);
                }
            }
        }

        return tidy.ToString().TrimEnd();
    }

    // Direction marks, and what else cannot be seen, can make a text look like another one. Joiners make one emoji of several.
    private static bool IsVisible(Rune rune, string element) =>
        Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || (rune.Value == 0x200D && element.Length > 3 && !char.IsAscii(element[0]));
}
