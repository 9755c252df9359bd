using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityBot.GitHub;

/// <summary>Comments by their addresses.</summary>
public static partial class Comments
{
    /// <summary>The numeric id in the address of a comment on an issue or pull request; null if there is none.</summary>
    public static long? IdIn(string? address) =>
        address is not null && IssueComment().Match(address) is { Success: true } match ? long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"#issuecomment-([0-9]{1,18})\z", RegexOptions.CultureInvariant)]
    private static partial Regex IssueComment();
}
