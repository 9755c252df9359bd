using System.Text;
using System.Text.RegularExpressions;

namespace CommunityBot.Team;

/// <summary>
/// Who looks after which files, by
/// <see href="https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-syntax">CODEOWNERS</see>:
/// the last line whose pattern fits a path decides, also for nobody.
/// </summary>
public sealed partial class CodeOwners
{
    /// <summary>Nobody is known.</summary>
    public static readonly CodeOwners None = new([]);

    /// <summary>Lines that are read; the largest files in public repositories have fewer.</summary>
    private const int MostLines = 5_000;

    private readonly IReadOnlyList<(Regex Pattern, IReadOnlyList<string> Owners)> _lines;

    private CodeOwners(IReadOnlyList<(Regex Pattern, IReadOnlyList<string> Owners)> lines) => _lines = lines;

    /// <summary>Reads a file. A line that GitHub would pass over is passed over.</summary>
    public static CodeOwners Parse(string text) => new([.. text.Split('\n').Take(MostLines).Select(Line).OfType<(Regex, IReadOnlyList<string>)>()]);

    /// <summary>The owners of a file, as accounts or as <c>organization/team</c>; addresses of mail name nobody.</summary>
    public IReadOnlyList<string> OwnersOf(string path) => _lines.LastOrDefault(line => line.Pattern.IsMatch(path)).Owners ?? [];

    private static (Regex Pattern, IReadOnlyList<string> Owners)? Line(string line)
    {
        var words = Words().Matches(line).Select(word => word.Value).TakeWhile(word => !word.StartsWith('#')).ToList();
        return words is [var pattern, .. var owners] && Pattern(pattern) is { } fits
            ? (fits, [.. owners.Where(owner => Owner().IsMatch(owner)).Select(owner => owner[1..])])
            : null;
    }

    // https://git-scm.com/docs/gitignore#_pattern_format without negation and ranges, which GitHub does not take.
    private static Regex? Pattern(string pattern)
    {
        if (pattern.StartsWith('!') || pattern.AsSpan().ContainsAny('[', ']'))
        {
            return null;
        }

        var isFolder = pattern.EndsWith('/');
        var body = pattern.Trim('/');
        var isAnchored = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        var written = new StringBuilder(isAnchored ? @"\A" : @"(?:\A|/)");
        var segments = body.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var isLast = i == segments.Length - 1;
            written.Append(segments[i] switch
            {
                "**" => isLast ? ".+" : "(?:.+/)?",
                var segment => Segment(segment) + (isLast ? "" : "/"),
            });
        }

        // What fits a folder fits all that is in it; but for a star alone, which fits what is directly in a folder.
        written.Append(isFolder ? "/.+" : segments[^1] is "*" && isAnchored ? "" : "(?:/.+)?").Append(@"\z");
        return new(written.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    private static string Segment(string segment)
    {
        var written = new StringBuilder();
        for (var i = 0; i < segment.Length; i++)
        {
            written.Append(segment[i] switch
            {
                '*' => "[^/]*",
                '?' => "[^/]",
                '\\' when i + 1 < segment.Length => Regex.Escape($"{segment[++i]}"),
                var letter => Regex.Escape($"{letter}"),
            });
        }

        return written.ToString();
    }

    // A blank that belongs to a path is written with a backslash.
    [GeneratedRegex(@"(?:\\.|[^\s\\])+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\A@[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9._-]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Owner();
}
