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

    private readonly IReadOnlyList<(OwnedPaths Paths, IReadOnlyList<string> Owners)> _lines;

    private CodeOwners(IReadOnlyList<(OwnedPaths Paths, IReadOnlyList<string> Owners)> lines) => _lines = lines;

    /// <summary>Reads a file. A line that GitHub would pass over is passed over.</summary>
    public static CodeOwners Parse(string text) => new([.. text.Split('\n').Take(MostLines).Select(Line).OfType<(OwnedPaths, IReadOnlyList<string>)>()]);

    /// <summary>The owners of a file, as accounts or as <c>organization/team</c>; addresses of mail name nobody.</summary>
    public IReadOnlyList<string> OwnersOf(string path) => _lines.LastOrDefault(line => line.Paths.Fit(path)).Owners ?? [];

    private static (OwnedPaths Paths, IReadOnlyList<string> Owners)? Line(string line)
    {
        var words = Words().Matches(line).Select(word => word.Value).TakeWhile(word => !word.StartsWith('#')).ToList();
        return words is [var pattern, .. var owners] && !pattern.StartsWith('!') && !pattern.AsSpan().ContainsAny('[', ']')
            ? (new(pattern), [.. owners.Where(owner => Owner().IsMatch(owner)).Select(owner => owner[1..])])
            : null;
    }

    // A blank that belongs to a path is written with a backslash.
    [GeneratedRegex(@"(?:\\.|[^\s\\])+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\A@[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9._-]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Owner();
}
