namespace CommunityBot.RepositoryConfig.Calendar;

/// <summary>Counts workdays and knows when nudges may be sent. Whoever waits longer is never due earlier, clock changes included.</summary>
/// <param name="settings">Time zone, workdays, hours and holidays. At least one day of the week is a workday.</param>
public sealed class WorkCalendar(CalendarSettings settings)
{
    private readonly HashSet<DateOnly> _holidays = [.. settings.Holidays];

    /// <summary>
    /// The same time of day so many workdays later. What begins on a day off begins with the next workday: the days off before it are nobody's delay.
    /// No workdays are no wait.
    /// </summary>
    public DateTimeOffset AddWorkdays(DateTimeOffset instant, int count)
    {
        if (count == 0)
        {
            return instant;
        }

        var (day, time) = Start(instant);
        for (; count > 0; count--)
        {
            day = NextWorkday(day.AddDays(1));
        }

        return ToInstant(day, time);
    }

    /// <summary>How many whole workdays passed: the largest number that, added to <paramref name="from"/>, is not after <paramref name="to"/>.</summary>
    public int WorkdaysBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, time) = Start(from);
        var last = Local(to).Day;
        var count = 0;
        for (var day = NextWorkday(start.AddDays(1)); day <= last && ToInstant(day, time) <= to; day = NextWorkday(day.AddDays(1)))
        {
            count++;
        }

        return count;
    }

    /// <summary>The first time from <paramref name="instant"/> on at which nudges may be sent: in the hours of a workday.</summary>
    public DateTimeOffset NextOpen(DateTimeOffset instant)
    {
        for (var day = NextWorkday(Local(instant).Day); ; day = NextWorkday(day.AddDays(1)))
        {
            var opens = ToInstant(day, settings.Hours.Opens);
            if (instant < ToInstant(day, settings.Hours.Closes))
            {
                return instant > opens ? instant : opens;
            }
        }
    }

    private (DateOnly Day, TimeSpan Time) Start(DateTimeOffset instant)
    {
        var local = Local(instant);
        return IsWorkday(local.Day) ? local : (NextWorkday(local.Day), TimeSpan.Zero);
    }

    private bool IsWorkday(DateOnly day) => settings.Workdays.Contains(day.DayOfWeek) && !_holidays.Contains(day);

    /// <summary>The day itself, or the first workday after it.</summary>
    private DateOnly NextWorkday(DateOnly day)
    {
        while (!IsWorkday(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private (DateOnly Day, TimeSpan Time) Local(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, settings.TimeZone).DateTime;
        return (DateOnly.FromDateTime(local), local.TimeOfDay);
    }

    private DateTimeOffset ToInstant(DateOnly day, TimeSpan time) => LocalTime.ToInstant(day.ToDateTime(TimeOnly.MinValue) + time, settings.TimeZone);
}
