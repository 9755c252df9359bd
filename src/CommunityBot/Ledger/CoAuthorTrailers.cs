using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityBot.Ledger;

/// <summary>
/// The <see href="https://docs.github.com/pull-requests/committing-changes-to-your-project/creating-and-editing-commits/creating-a-commit-with-multiple-authors">co-authors</see>
/// that messages of commits name. Who is meant is never guessed: only
/// <see href="https://docs.github.com/account-and-profile/reference/email-addresses-reference#your-noreply-email-address">addresses that GitHub gives to accounts</see> count.
/// </summary>
public static partial class CoAuthorTrailers
{
    /// <summary>Co-authors that are read of one change; more are no list of authors, but a way to make work.</summary>
    private const int Most = 20;

    /// <summary>Who is named, each once: by id and login, or by login alone in addresses of before 2017.</summary>
    public static IReadOnlyList<(long? Id, string Login)> Of(IEnumerable<string> messages) =>
    [
        .. messages
            .SelectMany(message => Trailer().Matches(message))
            .Select(match => (Id: Id(match.Groups["id"]), Login: match.Groups["login"].Value))
            .DistinctBy(person => (person.Id, person.Login.ToUpperInvariant()))
            .Take(Most),
    ];

    private static long? Id(Group digits) => long.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    // The host is that of an Enterprise Server there.
    [GeneratedRegex(
        @"^co-authored-by:[^<\r\n]*<(?:(?<id>\d{1,18})\+)?(?<login>[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?(?:\[bot\])?)@users\.noreply\.[a-z0-9.-]+>[ \t]*\r?$",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Trailer();
}
