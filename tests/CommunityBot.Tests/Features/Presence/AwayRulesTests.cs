using CommunityBot.Features.Presence;
using CsCheck;

namespace CommunityBot.Tests.Features.Presence;

public sealed class AwayRulesTests
{
    private static readonly DateTimeOffset Now = new(2028, 2, 29, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("until 2028-03-01", "2028-03-01")]
    [InlineData("UNTIL  2028-12-31.", "2028-12-31")]
    [InlineData("until 2029-02-28", "2029-02-28")]
    public void A_day_ahead_is_when_it_ends(string arguments, string day) =>
        Assert.Equal((new DateTimeOffset(DateOnly.Parse(day, provider: null), TimeOnly.MinValue, TimeSpan.Zero), null), AwayRules.Read(arguments, Now));

    [Fact]
    public void Without_a_day_it_does_not_end() => Assert.Equal((DateTimeOffset.MaxValue, null), AwayRules.Read("", Now));

    [Theory]
    [InlineData("until 2028-02-29", "past")]
    [InlineData("until 0001-01-01", "past")]
    [InlineData("until 2029-03-01", "too-far")]
    [InlineData("until 9999-12-31", "too-far")]
    [InlineData("until 2028-02-30", "not-a-date")]
    [InlineData("until 1.3.2028", "not-a-date")]
    [InlineData("until", "not-a-date")]
    [InlineData("2028-03-01", "not-a-date")]
    [InlineData("until 2028-03-01 or so", "not-a-date")]
    [InlineData("until ２０２８-03-01", "not-a-date")]
    public void What_is_no_day_ahead_is_told(string arguments, string why) => Assert.Equal(why, AwayRules.Read(arguments, Now).WhyNot?.Name);

    [Fact]
    public void Nothing_that_anybody_writes_throws() => Gen.String.Sample(arguments => AwayRules.Read($"until {arguments}", Now));
}
