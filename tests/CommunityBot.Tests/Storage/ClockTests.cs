using CommunityBot.Storage;

namespace CommunityBot.Tests.Storage;

public sealed class ClockTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(3_600, true)]
    [InlineData(-59, false)]
    [InlineData(-60, true)]
    [InlineData(-3_600, true)]
    public void What_comes_each_minute_comes_also_when_the_clock_is_set_back(int seconds, bool isDue)
    {
        var since = new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(isDue, Clock.HasPassed(TimeSpan.FromMinutes(1), since, since.AddSeconds(seconds)));
    }

    [Fact]
    public void What_never_came_is_due() => Assert.True(Clock.HasPassed(TimeSpan.FromDays(1), since: default, DateTimeOffset.UnixEpoch));
}
