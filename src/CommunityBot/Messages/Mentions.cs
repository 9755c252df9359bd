using System.Text.RegularExpressions;

namespace CommunityBot.Messages;

/// <summary>Whom a comment mentions: at most ten.</summary>
internal static partial class Mentions
{
    /// <summary>People and teams that a comment mentions at most: each mention is a notification.</summary>
    public const int Most = 10;

    /// <summary>
    /// The comment in which who is named after <see cref="Most"/> others is named without a mention. The template may mention whom it likes, in words or through objects, and repeat
    /// it. What stands in code or in an address counts, too: where GitHub takes it for one of these is not known without rendering the comment as GitHub does.
    /// </summary>
    public static string Limit(string text)
    {
        var mentioned = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return Mention().Replace(text, found =>
        {
            var name = found.Groups["name"];
            if (!name.Success)
            {
                return $"{found.Value}\u2060";
            }

            // What goes on in another way than with letters may be another name each time.
            var key = found.Groups["more"].Success ? $"{name.Value} {found.Index}" : name.Value;
            return mentioned.Contains(key) || (mentioned.Count < Most && mentioned.Add(key)) ? found.Value : InertText.Of(name.Value);
        });
    }

    /// <summary>Names that a comment mentions, of accounts and of teams.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Mention().Matches(text).Select(found => found.Groups["name"]).Where(name => name.Success).Select(name => name.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The comment in which some are named without a mention.</summary>
    public static string Without(string text, IReadOnlySet<string> names) => names.Count == 0
        ? text
        : Mention().Replace(text, found => names.Contains(found.Groups["name"].Value) ? InertText.Of(found.Groups["name"].Value) : found.Value);

    /// <summary>
    /// Mentions, wider than GitHub's own pattern (https://github.com/gjtorikian/html-pipeline), also where an escape, a character reference or a comment goes on with the name; and
    /// an <c>@</c> before a character reference, which may be any letter. Of several <c>@</c> in a row the last one mentions, so all of them are taken together, however they are written, and none of them is
    /// begun with again: ten thousand in a row took a second.
    /// </summary>
    [GeneratedRegex(
        @"(?:(?<![A-Za-z0-9]|@|&(?:\#0*64|\#[xX]0*40|commat);)|(?<=[A-Za-z0-9](?:@|&(?:\#0*64|\#[xX]0*40|commat);)))(?>(?:@|&(?:\#0*64|\#[xX]0*40|commat);)+)"
        + @"(?:(?<name>[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)?)(?<more>(?=[\\&]|<!))?|(?=&))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
