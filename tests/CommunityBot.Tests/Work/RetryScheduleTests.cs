using CommunityBot.Work;
using CsCheck;

namespace CommunityBot.Tests.Work;

public sealed class RetryScheduleTests
{
    [Fact]
    public void The_first_retry_comes_within_a_minute_and_not_before_a_lagging_read_shows_the_write() => Gen.Int.Sample(seed =>
        Assert.InRange(RetrySchedule.Wait(1, new Random(seed)), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)));

    [Fact]
    public void Retries_come_at_least_every_ten_minutes() => Gen.Select(Gen.Int[1, 1_000_000], Gen.Int).Sample((attempts, seed) =>
        Assert.InRange(RetrySchedule.Wait(attempts, new Random(seed)), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(10)));

    [Fact]
    public void Waits_grow()
    {
        Assert.True(RetrySchedule.Wait(5, new Random(1)) > RetrySchedule.Wait(2, new Random(1)) * 2);
    }

    [Fact]
    public void It_goes_on_for_a_day()
    {
        var since = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

        Assert.False(RetrySchedule.IsOver(since, since.AddHours(23.9)));
        Assert.True(RetrySchedule.IsOver(since, since.AddHours(24)));
    }
}
