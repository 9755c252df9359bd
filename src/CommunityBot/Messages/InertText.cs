using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CommunityBot.Messages;

/// <summary>Makes text that a stranger controls (titles, branch, display and label names) inert in a GitHub comment.</summary>
/// <remarks>
/// <para>GitHub renders in two steps, so each is answered on its own. Markdown comes first, and a backslash takes the meaning
/// off an ASCII punctuation mark (https://spec.commonmark.org/0.31.2/#backslash-escapes). Then filters look for mentions,
/// references, commits, links and emoji in the text of the rendered page, where no backslash is left
/// (https://github.com/gjtorikian/html-pipeline, its mention filter wants <c>@</c> directly before a letter or digit;
/// https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls).
/// An invisible word joiner (U+2060), which is neither letter, digit nor space to them, breaks what they look for
/// (https://github.com/knl/niv-updater-action/pull/31 does so with mentions); unlike a zero-width space it allows no line break.</para>
/// <para>The result is one line and may stand in a paragraph, in link text, in a heading, list, quote or table cell, and directly
/// beside other text; not in a link's address or in code, where a backslash is shown.</para>
/// </remarks>
public static partial class InertText
{
    /// <summary>Text elements (characters as a reader counts them) that are kept: a title on GitHub has at most 256 characters,
    /// and a sentence that quotes one stays readable.</summary>
    public const int MaxTextElements = 200;

    /// <summary>UTF-16 units that are kept, since a chain of joined emoji is one text element however long it is.
    /// Twenty a text element leave room for couples with skin tones (15).</summary>
    private const int MaxCodeUnits = 20 * MaxTextElements;

    /// <summary>Combining marks that are kept on one letter: Vietnamese needs two, Hebrew and Tibetan more, a tower that covers the lines above has dozens.</summary>
    private const int MaxMarks = 4;

    /// <summary>Makes one emoji of two; anywhere else it is invisible.</summary>
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>A symbol to Unicode, a blank to the reader.</summary>
    private const int BrailleBlank = 0x2800;

    /// <summary>Text that shows <paramref name="text"/> and does nothing.</summary>
    /// <param name="text">Anything; null, and what consists of nothing visible, gives the empty string. Half a surrogate pair becomes U+FFFD.</param>
    /// <returns>Markdown in one line, without space at its ends, cut behind <see cref="MaxTextElements"/> text elements with an ellipsis.
    /// It is not meant to be made inert twice: the escapes would show.</returns>
    public static string Of(string? text)
    {
        var shown = Cut(Clean(text ?? ""), MaxTextElements, MaxCodeUnits);
        if (shown.Length == 0)
        {
            return "";
        }

        var broken = Triggers().Replace(shown, "$&\u2060");

        // Blocks (list, heading, quote, rule, fence) begin with a digit or a punctuation mark at the start of a line, and "[1]" before "(" is a link.
        var apart = char.IsAscii(shown[0]) && !char.IsAsciiLetter(shown[0]) ? "\u2060" : "";

        // No backslash keeps GitHub from reading $x$ as math (https://github.com/orgs/community/discussions/120728), and a <span> around the sign, as
        // https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions has it, is HTML;
        // the full-width sign is one that no rule for math knows. A table is split at | before backslashes are read.
        return apart + MarkdownPunctuation().Replace(broken, @"\$&").Replace('$', '＄').Replace("|", "&#124;", StringComparison.Ordinal);
    }

    /// <summary>The same without escapes, for a place where GitHub reads neither Markdown nor mentions: the title of a discussion.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">UTF-16 units that are kept, at the end of a whole character; an ellipsis comes on top.</param>
    public static string Plain(string? text, int most) => Cut(Clean(text ?? ""), most, most);

    /// <summary>What a joiner is put behind, in this order: mentions and issues, also full-width; check boxes, alerts and footnotes; schemes and emoji
    /// names, on both sides of the colon, since other renderers link tel: before anything; www; numbered references and prefixes (GH-1, gh-1,
    /// JIRA-1, GHSA-x, CVE-1); six of the seven digits that a commit needs at least.</summary>
    [GeneratedRegex(
        @"[@＠﹫#＃﹟\[]|[A-Za-z](?=:(?! ))|:(?! )|[wW]{3}(?=\.|$)|(?<=[A-Za-z])-(?=[0-9]|$)|(?<=[A-Z])-|[0-9A-Fa-f]{6}(?=[0-9A-Fa-f])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Triggers();

    /// <summary>What begins or ends something inside a line of Markdown, extensions included; the marks that matter only at its start need no backslash.</summary>
    [GeneratedRegex(@"[\\`*_~\[\]<>&!^=+]", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownPunctuation();

    /// <summary>One line of visible characters: space collapsed, marks limited, invisible and directional characters gone.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MaxCodeUnits));
        var (before, marks, gap, joined) = (default(Rune), 0, false, false);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length > MaxCodeUnits)
            {
                break;
            }

            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.Control || Rune.IsWhiteSpace(rune) || rune.Value == BrailleBlank)
            {
                (gap, joined) = (clean.Length > 0, false);
                continue;
            }

            if (category == UnicodeCategory.Format || IsInvisible(rune) || (IsSelector(rune) && !IsPictograph(before)))
            {
                joined = rune.Value == ZeroWidthJoiner && !gap && IsPictograph(before);
                continue;
            }

            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
            {
                if (++marks > MaxMarks)
                {
                    continue;
                }
            }
            else
            {
                clean.Append(gap ? " " : joined && IsPictograph(rune) ? "\u200D" : "");
                (before, marks, gap, joined) = (rune, 0, false, false);
            }

            clean.Append(units[..rune.EncodeToUtf16(units)]);
        }

        return clean.ToString();
    }

    private static string Cut(string clean, int mostElements, int mostUnits)
    {
        var end = 0;
        for (var elements = 0; end < clean.Length; elements++)
        {
            var next = end + StringInfo.GetNextTextElementLength(clean, end);
            if (elements == mostElements || next > mostUnits)
            {
                return clean[..end].TrimEnd() + "…";
            }

            end = next;
        }

        return clean;
    }

    /// <summary>Characters without ink that Unicode does not call format characters (its Default_Ignorable_Code_Point): the grapheme joiner, fillers, Mongolian and
    /// ideographic selectors, and the whole block of tags. https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt</summary>
    private static bool IsInvisible(Rune rune) => rune.Value
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164 or (>= 0xFE00 and <= 0xFE0D) or 0xFFA0
        or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>Selects the text or emoji look of the character before.</summary>
    private static bool IsSelector(Rune rune) => rune.Value is 0xFE0E or 0xFE0F;

    /// <summary>Symbols, skin tones and arrows, of which emoji are made.</summary>
    private static bool IsPictograph(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.MathSymbol;
}
