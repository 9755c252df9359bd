using System.Globalization;
using System.Text.RegularExpressions;
using CommunityBot.Commands;

namespace CommunityBot.Features.Presence;

/// <summary>What <c>/away</c> says.</summary>
public static partial class AwayRules
{
    /// <summary>How far ahead the day of the examples is: a fortnight, as long as many are away.</summary>
    private const int ExampleDays = 14;

    /// <summary>Until when somebody is away, or why that is not known.</summary>
    /// <param name="arguments">What follows the command.</param>
    /// <param name="at">When it was written.</param>
    public static (DateTimeOffset Until, ReplyText? WhyNot) Read(string arguments, DateTimeOffset at)
    {
        if (arguments.Length == 0)
        {
            return (DateTimeOffset.MaxValue, null);
        }

        var today = DateOnly.FromDateTime(at.UtcDateTime);
        var (example, last) = (today.AddDays(ExampleDays), today.AddYears(1));
        return !DateOnly.TryParseExact(Until().Match(arguments).Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (default, PresenceReplies.NotADate(example))
            : date <= today ? (default, PresenceReplies.Past(example))
            : date > last ? (default, PresenceReplies.TooFar(last))
            : (new(date, TimeOnly.MinValue, TimeSpan.Zero), null);
    }

    [GeneratedRegex(@"\Auntil[ \t]+(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})\.?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();
}
