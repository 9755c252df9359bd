using CommunityBot.RepositoryConfig.Calendar;

namespace CommunityBot.Tests.RepositoryConfig.Calendar;

public sealed class TimeZonesTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Etc/GMT+5")]
    [InlineData("US/Pacific")]
    public void They_go_by_their_IANA_names(string name) => Assert.Equal(name, TimeZones.Find(name)?.Id);

    [Theory]
    [InlineData("Europe/Brelin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("New York", "America/New_York")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("UTC+12", "Etc/GMT-12")]
    [InlineData("Mars/Olympus_Mons", null)]
    public void Of_an_unknown_one_the_nearest_is_known(string name, string? nearest)
    {
        Assert.Null(TimeZones.Find(name));
        Assert.Equal(nearest, TimeZones.Nearest(name));
    }

    [Theory]
    [InlineData("/etc/localtime")]
    [InlineData("../../../etc/localtime")]
    [InlineData("Europe/../../../dev/zero")]
    [InlineData("/dev/zero")]
    [InlineData("")]
    [InlineData("UTC\n")]
    public void A_path_to_somewhere_else_is_not_looked_at(string name) => Assert.Null(TimeZones.Find(name));
}
