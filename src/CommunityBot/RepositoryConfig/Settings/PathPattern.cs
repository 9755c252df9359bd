using System.Text.RegularExpressions;

namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>
/// Patterns for paths, as in <c>.gitignore</c>: <c>*</c> and <c>?</c> stand for what is between slashes, <c>**</c> for anything, <c>**/</c> also for nothing. They begin at
/// the root of the repository, and capitals count.
/// </summary>
internal static partial class PathPattern
{
    /// <summary>Whether a path fits a pattern.</summary>
    /// <remarks>A maintainer's pattern must not hold up everybody else, so it is matched in time that grows with the path alone.</remarks>
    public static bool Fits(string pattern, string path) => Regex.IsMatch(
        path, $@"\A(?:{Wildcards().Replace(Regex.Escape(pattern), wildcard => Meaning(wildcard.Value))})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static string Meaning(string wildcard) => wildcard switch
    {
        @"\*\*/" => "(?:.*/)?",
        @"\*\*" => ".*",
        @"\*" => "[^/]*",
        _ => "[^/]",
    };

    [GeneratedRegex(@"(?<![^/])\\\*\\\*/|\\\*\\\*|\\\*|\\\?")]
    private static partial Regex Wildcards();
}
