using CommunityBot.RepositoryConfig.Calendar;
using CsCheck;

namespace CommunityBot.Tests.RepositoryConfig.Calendar;

/// <summary>What holds whatever the calendar, over the clock changes of thirty years.</summary>
public sealed class WorkCalendarProperties
{
    /// <summary>Clocks that change at midnight, by half an hour, over the date line, on other dates, or never.</summary>
    private static readonly string[] Zones =
    [
        "UTC", "Europe/Berlin", "America/New_York", "America/Havana", "Asia/Beirut", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kiritimati", "Asia/Kathmandu",
        "America/Sao_Paulo", "Africa/Casablanca", "Asia/Pyongyang",
    ];

    private static readonly Gen<DateTimeOffset> Instant =
        Gen.Long[Instants.Of("2012-01-01T00:00:00Z").ToUnixTimeSeconds(), Instants.Of("2042-01-01T00:00:00Z").ToUnixTimeSeconds()].Select(DateTimeOffset.FromUnixTimeSeconds);

    private static readonly Gen<CalendarSettings> Calendar = Gen.Select(
        Gen.Int[0, Zones.Length - 1].Select(at => TimeZones.Find(Zones[at])!),
        Gen.Enum<DayOfWeek>().HashSet[1, 7],
        Gen.Int[0, 1439].HashSet[2].Select(minutes => new WorkHours(TimeSpan.FromMinutes(minutes.Min()), TimeSpan.FromMinutes(minutes.Max()))),
        Instant.Select(at => DateOnly.FromDateTime(at.UtcDateTime)).List[0, 30],
        (zone, days, hours, holidays) => new CalendarSettings { TimeZone = zone, Workdays = [.. days], Hours = hours, Holidays = holidays });

    /// <summary>An instant and one up to a month later, so that weekends and clock changes are often between.</summary>
    private static readonly Gen<(DateTimeOffset From, DateTimeOffset To)> Span = Gen.Select(Instant, Gen.Int[0, 30 * 86400], (from, seconds) => (from, from.AddSeconds(seconds)));

    [Fact]
    public void Who_begins_later_or_waits_longer_is_not_due_earlier() =>
        Gen.Select(Calendar, Span, Gen.Int[0, 40], Gen.Int[0, 5]).Sample((settings, span, count, more) =>
        {
            var calendar = new WorkCalendar(settings);
            var due = calendar.AddWorkdays(span.From, count);

            Assert.True(due >= span.From);
            Assert.True(calendar.AddWorkdays(span.To, count) >= due);
            Assert.True(calendar.AddWorkdays(span.From, count + more) >= due);
        });

    [Fact]
    public void Counting_is_the_inverse_of_adding() =>
        Gen.Select(Calendar, Span).Sample((settings, span) =>
        {
            var calendar = new WorkCalendar(settings);
            var count = calendar.WorkdaysBetween(span.From, span.To);

            Assert.True(calendar.AddWorkdays(span.From, count) <= span.To);
            Assert.True(calendar.AddWorkdays(span.From, count + 1) > span.To);
        });

    [Fact]
    public void Workdays_one_after_the_other_are_as_many_at_once() =>
        Gen.Select(Calendar, Instant, Gen.Int[1, 10], Gen.Int[1, 10]).Sample((settings, from, some, more) =>
        {
            // Noon is a time of day that no clock jumps over; from one that is jumped over it goes on a little later.
            var calendar = new WorkCalendar(settings);
            var workday = TimeZoneInfo.ConvertTime(calendar.AddWorkdays(from, 1), settings.TimeZone).Date;
            var start = LocalTime.ToInstant(workday.AddHours(12), settings.TimeZone);

            Assert.Equal(calendar.AddWorkdays(start, some + more), calendar.AddWorkdays(calendar.AddWorkdays(start, some), more));
        });

    [Fact]
    public void Nudges_are_sent_at_the_first_open_time_and_no_other() =>
        Gen.Select(Calendar, Instant).Sample((settings, at) =>
        {
            var calendar = new WorkCalendar(settings);
            var open = calendar.NextOpen(at);
            var local = TimeZoneInfo.ConvertTime(open, settings.TimeZone);

            Assert.True(open >= at);
            Assert.Equal(open, calendar.NextOpen(open));
            Assert.Contains(local.DayOfWeek, settings.Workdays);
            Assert.DoesNotContain(DateOnly.FromDateTime(local.DateTime), settings.Holidays);
            Assert.Equal(open, calendar.NextOpen(at + ((open - at) / 2)));
        });

    [Fact]
    public void A_later_time_on_the_wall_is_never_an_earlier_instant() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1], Span).Sample((zone, span) =>
        {
            var timeZone = TimeZones.Find(Zones[zone])!;
            var (one, other) = (LocalTime.ToInstant(span.From.DateTime, timeZone), LocalTime.ToInstant(span.To.DateTime, timeZone));

            Assert.True(one <= other);
            Assert.True(TimeZoneInfo.ConvertTime(one, timeZone).DateTime >= span.From.DateTime);
        });
}
