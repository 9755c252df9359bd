using System.Text.RegularExpressions;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>What may be somebody's login.</summary>
internal static partial class Logins
{
    /// <summary>A login as an expression; an Enterprise Server takes more characters than GitHub.com.</summary>
    public const string Pattern = "[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?";

    /// <summary>Whether a text is a login by its look.</summary>
    public static bool IsLogin(string text) => Login().IsMatch(text);

    /// <summary>All that could be a login in a text.</summary>
    public static IEnumerable<string> WordsIn(string text) => Word().Matches(text).Select(word => word.Value);

    [GeneratedRegex($@"\A{Pattern}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Login();

    [GeneratedRegex("[A-Za-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
