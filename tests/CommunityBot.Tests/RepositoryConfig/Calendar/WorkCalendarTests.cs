using CommunityBot.RepositoryConfig.Calendar;

namespace CommunityBot.Tests.RepositoryConfig.Calendar;

public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData("UTC", "2026-11-24T15:00:00Z", 3, "2026-11-27T15:00:00Z")] // Tuesday to Friday
    [InlineData("UTC", "2026-11-27T20:00:00Z", 1, "2026-11-30T20:00:00Z")] // over a weekend
    [InlineData("UTC", "2026-11-28T10:00:00Z", 1, "2026-12-01T00:00:00Z")] // a Saturday counts as the Monday's first minute
    [InlineData("UTC", "2026-11-29T23:59:59Z", 1, "2026-12-01T00:00:00Z")]
    [InlineData("UTC", "2026-12-24T12:00:00Z", 1, "2026-12-28T12:00:00Z")] // over Christmas and a weekend
    [InlineData("UTC", "2028-02-28T12:00:00Z", 1, "2028-02-29T12:00:00Z")] // a leap day
    [InlineData("UTC", "2027-02-26T12:00:00Z", 1, "2027-03-01T12:00:00Z")]
    [InlineData("Europe/Berlin", "2027-03-26T09:00:00+01:00", 1, "2027-03-29T09:00:00+02:00")] // the same time on the wall, 71 hours later
    [InlineData("Europe/Berlin", "2026-10-23T09:00:00+02:00", 1, "2026-10-26T09:00:00+01:00")]
    [InlineData("Asia/Tokyo", "2026-11-26T20:00:00Z", 1, "2026-11-29T20:00:00Z")] // Friday there already
    [InlineData("Pacific/Apia", "2011-12-29T12:00:00-10:00", 1, "2011-12-31T00:00:00+14:00")] // the Friday that Samoa never had
    public void Workdays_end_at_the_same_time_of_day(string zone, string from, int count, string expected) =>
        Assert.Equal(Instants.Of(expected), Calendar(zone, holidays: "2026-12-25").AddWorkdays(Instants.Of(from), count));

    [Theory]
    [InlineData("2027-03-27T02:30:00+01:00", "2027-03-28T03:00:00+02:00")] // a time that the next day skips is the moment it jumps
    [InlineData("2026-10-24T02:30:00+02:00", "2026-10-25T02:30:00+02:00")] // of one that comes twice the first counts
    public void Over_a_change_of_the_clocks_nothing_is_lost(string from, string expected) =>
        Assert.Equal(Instants.Of(expected), Calendar("Europe/Berlin", week: true).AddWorkdays(Instants.Of(from), 1));

    [Theory]
    [InlineData("UTC", "2026-11-24T12:00:00Z", "2026-11-24T12:00:00Z")]
    [InlineData("UTC", "2026-11-24T08:59:59Z", "2026-11-24T09:00:00Z")]
    [InlineData("UTC", "2026-11-24T17:00:00Z", "2026-11-25T09:00:00Z")]
    [InlineData("UTC", "2026-11-27T17:00:00Z", "2026-11-30T09:00:00Z")]
    [InlineData("UTC", "2026-12-24T18:00:00Z", "2026-12-28T09:00:00Z")]
    [InlineData("Europe/Berlin", "2027-03-26T18:00:00+01:00", "2027-03-29T09:00:00+02:00")]
    [InlineData("America/New_York", "2026-11-24T13:59:00Z", "2026-11-24T14:00:00Z")]
    [InlineData("Australia/Sydney", "2026-11-24T22:30:00Z", "2026-11-24T22:30:00Z")] // Wednesday morning there
    public void Nudges_wait_for_the_hours_of_a_workday(string zone, string at, string expected) =>
        Assert.Equal(Instants.Of(expected), Calendar(zone, holidays: "2026-12-25").NextOpen(Instants.Of(at)));

    [Fact]
    public void Around_the_clock_is_always_open_on_a_workday()
    {
        var calendar = new WorkCalendar(new() { Hours = new(TimeSpan.Zero, TimeSpan.FromDays(1)) });

        Assert.Equal(Instants.Of("2026-11-27T23:59:59Z"), calendar.NextOpen(Instants.Of("2026-11-27T23:59:59Z")));
        Assert.Equal(Instants.Of("2026-11-30T00:00:00Z"), calendar.NextOpen(Instants.Of("2026-11-28T00:00:00Z")));
    }

    [Theory]
    [InlineData("2026-11-24T12:00:00Z", "2026-11-25T11:59:59Z", 0)]
    [InlineData("2026-11-24T12:00:00Z", "2026-11-25T12:00:00Z", 1)]
    [InlineData("2026-11-27T12:00:00Z", "2026-11-30T11:00:00Z", 0)]
    [InlineData("2026-11-27T12:00:00Z", "2026-11-30T12:00:00Z", 1)]
    [InlineData("2026-11-28T12:00:00Z", "2026-11-30T23:00:00Z", 0)]
    [InlineData("2026-11-28T12:00:00Z", "2026-12-01T00:00:00Z", 1)]
    [InlineData("2026-12-24T12:00:00Z", "2027-01-04T12:00:00Z", 6)]
    [InlineData("2026-12-24T12:00:00Z", "2026-12-01T12:00:00Z", 0)]
    public void Whole_workdays_between_are_counted(string from, string to, int expected) =>
        Assert.Equal(expected, Calendar("UTC", holidays: "2026-12-25").WorkdaysBetween(Instants.Of(from), Instants.Of(to)));

    private static WorkCalendar Calendar(string zone, string? holidays = null, bool week = false)
    {
        var settings = new CalendarSettings { TimeZone = TimeZones.Find(zone)!, Holidays = holidays is null ? [] : [DateOnly.Parse(holidays, null)] };
        return new(week ? settings with { Workdays = Enum.GetValues<DayOfWeek>() } : settings);
    }
}
