using System.ComponentModel.DataAnnotations;

namespace CommunityBot.RepositoryConfig.Calendar;

/// <summary>When nudges are sent, and the calendar on which workdays are counted.</summary>
public sealed record CalendarSettings
{
    /// <summary>The time zone, by its IANA name.</summary>
    /// <example>Europe/Berlin</example>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The days of the week on which people work.</summary>
    [MinLength(1)]
    public IReadOnlyList<DayOfWeek> Workdays { get; init; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The hours in which nudges are sent, on one day: they do not pass midnight. <c>00:00-24:00</c> is the whole day.</summary>
    public WorkHours Hours { get; init; } = new(TimeSpan.FromHours(9), TimeSpan.FromHours(17));

    /// <summary>Days that are no workdays.</summary>
    /// <example>[2026-12-25, 2027-01-01]</example>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];
}
