using System.Text.RegularExpressions;

namespace CommunityBot.Messages;

/// <summary>Whom a comment mentions: at most ten, and nobody that a stranger names.</summary>
internal static partial class Mentions
{
    /// <summary>People and teams that a comment mentions at most: each mention is a notification.</summary>
    public const int Most = 10;

    /// <summary>
    /// Stands before each text of a stranger until the comment is finished, since only then it shows whether there is an <c>@</c> before it. No text has it: it is
    /// <see href="https://www.unicode.org/faq/private_use.html#nonchar1">no character</see>.
    /// </summary>
    public const char Boundary = '\uFFFF';

    /// <summary>
    /// The finished comment. The template may mention whom it likes, in words or through objects, and repeat it; who is named after <see cref="Most"/> others is named without a
    /// mention. An <c>@</c> of the template does not make one of a stranger's text.
    /// </summary>
    public static string Settle(string text)
    {
        var settled = AfterAt().Replace(text, "\u2060").Replace($"{Boundary}", "", StringComparison.Ordinal);
        var mentioned = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return Mention().Replace(settled, found =>
        {
            var name = found.Groups["name"];
            return !name.Success || mentioned.Contains(name.Value) || (mentioned.Count < Most && mentioned.Add(name.Value)) ? found.Value : InertText.Of(name.Value);
        });
    }

    [GeneratedRegex(@"(?<=(?:@|&(?:#0*64|#[xX]0*40|commat);)[A-Za-z0-9_/-]*)\uFFFF")]
    private static partial Regex AfterAt();

    /// <summary>
    /// Mentions, wider than GitHub's own pattern (https://github.com/gjtorikian/html-pipeline), and before them what GitHub looks for none in, so that nothing is cut out of
    /// it: blocks of code, code, and addresses. Of code only the plain forms are known: what looks like a mention in others counts.
    /// </summary>
    [GeneratedRegex(
        @"^\ {0,3}(?<fence>`{3,}|~{3,})[^`\n]*\n(?s:.*?)(?:^\ {0,3}\k<fence>|\z)|(?<![\\`])`(?!`)[^`\n]*`(?!`)|https?://[^\s<>()\[\]""'`]*|"
        + @"(?<![A-Za-z0-9])(?:@|&(?:\#0*64|\#[xX]0*40|commat);)(?<name>[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)?)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
