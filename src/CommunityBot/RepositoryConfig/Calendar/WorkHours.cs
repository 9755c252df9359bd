using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityBot.RepositoryConfig.Calendar;

/// <summary>The hours of a day in which the bot may nudge.</summary>
/// <param name="Opens">When they begin, from midnight.</param>
/// <param name="Closes">When they are over; later than <paramref name="Opens"/>, at most 24 hours.</param>
public readonly partial record struct WorkHours(TimeSpan Opens, TimeSpan Closes)
{
    /// <summary>What is written, for JSON Schema and .NET alike.</summary>
    public const string Pattern = "^([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)$";

    /// <summary>
    /// Reads hours, for example <c>09:00-17:00</c>. Hours that pass midnight are none: whose holiday and whose workday the small hours are would be a guess.
    /// </summary>
    public static bool TryParse(string text, out WorkHours hours)
    {
        var match = Written().Match(text);
        hours = match.Success ? new(Time(match.Groups[1], match.Groups[2]), match.Groups[3].Success ? Time(match.Groups[3], match.Groups[4]) : TimeSpan.FromDays(1)) : default;
        return match.Success && match.Length == text.Length && hours.Opens < hours.Closes;
    }

    /// <summary>The hours as a config says them.</summary>
    public override string ToString() => $"{Show(Opens)}-{Show(Closes)}";

    private static TimeSpan Time(Group hours, Group minutes) =>
        new(int.Parse(hours.ValueSpan, CultureInfo.InvariantCulture), int.Parse(minutes.ValueSpan, CultureInfo.InvariantCulture), 0);

    private static string Show(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
