using CommunityBot.RepositoryConfig.Calendar;
using CsCheck;

namespace CommunityBot.Tests.RepositoryConfig.Calendar;

public sealed class DurationTests
{
    private static readonly WorkCalendar Calendar = new(new());

    [Theory]
    [InlineData("0 seconds", 0, DurationUnit.Seconds)]
    [InlineData("1 minute", 1, DurationUnit.Minutes)]
    [InlineData("1 minutes", 1, DurationUnit.Minutes)]
    [InlineData("36 hours", 36, DurationUnit.Hours)]
    [InlineData("14 days", 14, DurationUnit.Days)]
    [InlineData("2 weeks", 2, DurationUnit.Weeks)]
    [InlineData("9999 workdays", 9999, DurationUnit.Workdays)]
    public void It_is_a_whole_number_and_a_unit(string text, int count, DurationUnit unit)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(new(count, unit), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("days")]
    [InlineData("3days")]
    [InlineData("3  days")]
    [InlineData("03 days")]
    [InlineData("-3 days")]
    [InlineData("+3 days")]
    [InlineData("3.5 days")]
    [InlineData("10000 days")]
    [InlineData("٣ days")]
    [InlineData("3 Days")]
    [InlineData("3 months")]
    [InlineData("3 days\n")]
    [InlineData(" 3 days")]
    public void Everything_else_is_none(string text) => Assert.False(Duration.TryParse(text, out _));

    [Fact]
    public void What_it_says_is_read_as_itself() =>
        Gen.Select(Gen.Int[0, 9999], Gen.Enum<DurationUnit>()).Sample((count, unit) =>
            Assert.True(Duration.TryParse(new Duration(count, unit).ToString(), out var duration) && duration == new Duration(count, unit)));

    [Theory]
    [InlineData("90 seconds", "2027-01-31T12:01:30Z")]
    [InlineData("1 hour", "2027-01-31T13:00:00Z")]
    [InlineData("1 day", "2027-02-01T12:00:00Z")]
    [InlineData("4 weeks", "2027-02-28T12:00:00Z")]
    public void All_but_workdays_are_plain_time(string text, string expected)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(Instants.Of(expected), duration.After(Instants.Of("2027-01-31T12:00:00Z"), Calendar));
    }

    [Fact]
    public void No_duration_is_no_wait() =>
        Gen.Enum<DurationUnit>().Sample(unit => Assert.Equal(Instants.Of("2026-11-28T23:00:00Z"), new Duration(0, unit).After(Instants.Of("2026-11-28T23:00:00Z"), Calendar)));
}
