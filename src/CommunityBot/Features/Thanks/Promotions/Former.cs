using System.Text.RegularExpressions;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>The words for those who looked after something before.</summary>
internal static partial class Former
{
    /// <summary>Whether a heading, a key or a line speaks of them.</summary>
    public static bool IsMeantBy(string text) => Words().IsMatch(text);

    // In keys they stand between underscores, as in emeritus_approvers.
    [GeneratedRegex("(?<![a-z])(?:emerit(?:us|i|a|ae)|former(?:ly)?|alumn(?:us|i|a|ae)|retired)(?![a-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
