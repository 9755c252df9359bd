using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityBot.RepositoryConfig.Calendar;

/// <summary>How long something waits, as a config says it: a whole number and a unit.</summary>
/// <param name="Count">How many.</param>
/// <param name="Unit">Of what.</param>
public readonly partial record struct Duration(int Count, DurationUnit Unit)
{
    /// <summary>What is written, for JSON Schema and .NET alike. Four digits reach as far as 191 years and never past the calendar's end.</summary>
    public const string Pattern = "^(0|[1-9][0-9]{0,3}) (second|minute|hour|day|week|workday)s?$";

    /// <summary>Reads a duration, for example <c>3 workdays</c>.</summary>
    public static bool TryParse(string text, out Duration duration)
    {
        var match = Written().Match(text);
        duration = match.Length == text.Length && match.Success
            ? new(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), Enum.Parse<DurationUnit>($"{match.Groups[2].Value}s", ignoreCase: true))
            : default;
        return match.Success && match.Length == text.Length;
    }

    /// <summary>The time after <paramref name="instant"/>; a duration of nothing leaves it as it is.</summary>
    /// <param name="instant">When it begins.</param>
    /// <param name="calendar">What workdays are counted on.</param>
    public DateTimeOffset After(DateTimeOffset instant, WorkCalendar calendar) => Unit switch
    {
        DurationUnit.Seconds => instant.AddSeconds(Count),
        DurationUnit.Minutes => instant.AddMinutes(Count),
        DurationUnit.Hours => instant.AddHours(Count),
        DurationUnit.Days => instant.AddDays(Count),
        DurationUnit.Weeks => instant.AddDays(7 * Count),
        _ => calendar.AddWorkdays(instant, Count),
    };

    /// <summary>The duration as a config says it.</summary>
    public override string ToString()
    {
        var unit = $"{Unit}".ToLowerInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"{Count} {(Count == 1 ? unit[..^1] : unit)}");
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
