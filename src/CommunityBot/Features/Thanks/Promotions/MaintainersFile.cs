using System.Text.RegularExpressions;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>
/// Reads a MAINTAINERS file, which has no form that all agree on: mentions and links to accounts count, names of people do not, since nobody knows whose they are.
/// </summary>
internal static partial class MaintainersFile
{
    /// <summary>Who is named.</summary>
    /// <param name="text">The file.</param>
    /// <param name="host">Host of the pages of accounts.</param>
    public static IEnumerable<NamedOwner> Read(string text, string host)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');

        // What a heading of that level, or a key with that indentation, says of all below it.
        int? formerLevel = null, formerIndent = null;
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            if (Level(line, at + 1 < lines.Length ? lines[at + 1] : "") is { } level)
            {
                formerLevel = formerLevel < level || Former.IsMeantBy(line) ? Math.Min(formerLevel ?? level, level) : null;
                formerIndent = null;
            }
            else if (Key().Match(line) is { Success: true } key)
            {
                var indent = key.Groups["indent"].Length;
                formerIndent = formerIndent < indent || Former.IsMeantBy(line) ? Math.Min(formerIndent ?? indent, indent) : null;
            }

            var isFormer = formerLevel is not null || formerIndent is not null || Former.IsMeantBy(line);
            foreach (var login in Named(line, host))
            {
                yield return new(login, isFormer);
            }
        }
    }

    private static IEnumerable<string> Named(string line, string host) =>
        Mention().Matches(line)
            .Concat(Link().Matches(line).Where(link => link.Groups["host"].Value.Equals(host, StringComparison.OrdinalIgnoreCase)))
            .Select(match => match.Groups["login"].Value);

    // The level of a heading, in Markdown, AsciiDoc and HTML by its own line, in reStructuredText and in Markdown of another kind by the line below.
    private static int? Level(string line, string next) =>
        Marked().Match(line) is { Success: true } marked ? marked.Groups["marks"].Length
        : Tagged().Match(line) is { Success: true } tagged ? tagged.Groups["level"].Value[0] - '0'
        : Title().IsMatch(line) && Underline().IsMatch(next) ? next.Contains('=', StringComparison.Ordinal) ? 1 : 2
        : null;

    [GeneratedRegex(@"\A {0,3}(?<marks>#{1,6}|={1,6})[ \t]+\S", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\A\s*<h(?<level>[1-6])\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tagged();

    // What has a mark of a list, a quotation or a table at its start has a line below it for another reason.
    [GeneratedRegex(@"\A[^\s>|@*+-][^@]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"\A(?:={3,}|-{3,}|~{3,}|\^{3,})[ \t]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();

    // "Emeritus:", "emeritus_maintainers: [" or "**Emeritus**", alone in a line.
    [GeneratedRegex(@"\A(?<indent>[ \t]*)(?:[-*][ \t]+)?(?:[""'\w][^:@]*:(?:[ \t]*[\[{])?|\*\*[^*@]+\*\*:?|__[^_@]+__:?)[ \t]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    // No address for mail, no team, no account elsewhere.
    [GeneratedRegex($@"(?<![A-Za-z0-9_.@/])@(?<login>{Logins.Pattern})(?![A-Za-z0-9_@/-]|\.[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    // The page of an account and nothing below it, which would be a repository.
    [GeneratedRegex(
        $@"https?://(?:www\.)?(?<host>[A-Za-z0-9.-]{{1,253}}(?::[0-9]{{1,5}})?)/(?<login>{Logins.Pattern})/?(?![A-Za-z0-9_/%-]|\.[A-Za-z0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
