using System.Globalization;
using System.Text;

namespace CommunityBot.Messages;

/// <summary>Makes what a stranger wrote plain text in a comment.</summary>
public static class InertText
{
    /// <summary>Longest text, in characters as a reader counts them; GitHub's titles have at most 256.</summary>
    private const int Longest = 256;

    // GitHub looks for mentions, references and addresses in the rendered text, so escaping is not enough: this invisible character takes them apart.
    private const char Joiner = '\u2060';

    /// <summary>The text with nothing in it that GitHub would act on.</summary>
    public static string Of(string? text)
    {
        var inert = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text ?? "");
        for (var count = 0; elements.MoveNext(); count++)
        {
            if (count == Longest)
            {
                inert.Append('…');
                break;
            }

            foreach (var rune in elements.GetTextElement().EnumerateRunes())
            {
                Append(inert, rune);
            }
        }

        return inert.ToString().Trim();
    }

    private static void Append(StringBuilder inert, Rune rune)
    {
        if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
        {
            inert.Append(inert.Length > 0 && inert[^1] == ' ' ? "" : " ");
        }
        else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
        {
            // Direction marks and what else cannot be seen.
        }
        else if (rune.IsAscii && !Rune.IsLetterOrDigit(rune))
        {
            inert.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};").Append(Joiner);
        }
        else
        {
            inert.Append(rune).Append(Rune.IsLetterOrDigit(rune) && rune.IsAscii && char.IsAsciiHexDigit((char)rune.Value) ? Joiner.ToString() : "");
        }
    }
}
