namespace CommunityBot.Tests;

public sealed class PlaceTests
{
    [Fact]
    public void Place() => Assert.True(true);
}
