using CommunityBot.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Hosting;

public sealed class OutageTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void What_fails_every_second_is_told_once_a_minute_and_its_end_once()
    {
        var outage = new Outage(_time);
        Assert.Null(outage.End());

        var told = 0;
        for (var second = 0; second < 150; second++)
        {
            told += outage.IsToBeTold() ? 1 : 0;
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(3, told);
        Assert.Equal(TimeSpan.FromSeconds(150), outage.End());
        Assert.Null(outage.End());
        Assert.True(outage.IsToBeTold());
    }
}
