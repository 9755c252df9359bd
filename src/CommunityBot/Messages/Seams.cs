using System.Text.RegularExpressions;

namespace CommunityBot.Messages;

/// <summary>Where a text of a stranger meets other text, so that the two together are nothing that neither is.</summary>
internal static partial class Seams
{
    /// <summary>
    /// Stands before and behind each text of a stranger until the comment is finished, since only then it shows what is beside it. No text has it: it is
    /// <see href="https://www.unicode.org/faq/private_use.html#nonchar1">no character</see>.
    /// </summary>
    public const char Boundary = '\uFFFF';

    private const string Joiner = "\u2060";

    /// <summary>The comment without boundaries, and with an invisible joiner where one keeps a word, a mention, a reference, a tag, an emoji or an address from being made of two texts.</summary>
    public static string Close(string text) => text.Contains(Boundary)
        ? Joints().Replace(text, found => found.ValueSpan[0] switch
        {
            ':' => $"{Joiner}:{Joiner}",
            '.' => $"{Joiner}.",
            _ => Joiner,
        }).Replace($"{Boundary}", "", StringComparison.Ordinal)
        : text;

    /// <summary>
    /// The scheme (or the www) of an address in whose host a stranger's text stands, since <see href="https://github.com/github/cmark-gfm/blob/master/extensions/autolink.c">GitHub
    /// takes a joiner for a letter there</see>, and browsers for nothing; the address of a Markdown link ends with its bracket. Then boundaries between the letters of a word, a
    /// commit or a reference, behind what begins a mention, a reference, a character reference, an emoji or a tag, and in a check box.
    /// </summary>
    [GeneratedRegex(
        @"(?<=\]\([A-Za-z]+):(?=//[^\s/?#\\<>""()]{0,300}\uFFFF)|(?<!\]\([A-Za-z]+):(?=//[^\s/?#\\<>""]{0,300}\uFFFF)|(?<=[wW]{3})\.(?=[^\s/?#\\<>""]{0,300}\uFFFF)|"
        + @"(?<=[A-Za-z0-9_-])(?>\uFFFF+)(?=[A-Za-z0-9_-])|(?<=[@＠﹫#＃﹟&:]|</?|(?:@|&(?:#0*64|#[xX]0*40|commat);)[A-Za-z0-9_/-]*)(?>\uFFFF+)|(?<=\[)\uFFFF(?=[xX]\uFFFF\])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Joints();
}
