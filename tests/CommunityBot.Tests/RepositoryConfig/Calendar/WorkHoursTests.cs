using CommunityBot.RepositoryConfig.Calendar;

namespace CommunityBot.Tests.RepositoryConfig.Calendar;

public sealed class WorkHoursTests
{
    [Theory]
    [InlineData("09:00-17:00", 540, 1020)]
    [InlineData("00:00-24:00", 0, 1440)]
    [InlineData("23:58-23:59", 1438, 1439)]
    public void They_are_two_times_of_a_day(string text, int opens, int closes)
    {
        Assert.True(WorkHours.TryParse(text, out var hours));
        Assert.Equal(new(TimeSpan.FromMinutes(opens), TimeSpan.FromMinutes(closes)), hours);
        Assert.Equal(text, hours.ToString());
    }

    [Theory]
    [InlineData("22:00-06:00")]
    [InlineData("09:00-09:00")]
    [InlineData("24:00-24:00")]
    [InlineData("00:00-24:01")]
    [InlineData("9:00-17:00")]
    [InlineData("09:00 - 17:00")]
    [InlineData("09:60-17:00")]
    [InlineData("09:00-17:00\n")]
    [InlineData("9-17")]
    [InlineData("")]
    public void What_passes_midnight_or_is_none_is_refused(string text) => Assert.False(WorkHours.TryParse(text, out _));
}
