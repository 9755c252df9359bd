using CommunityBot.Features.Kudos;
using CsCheck;

namespace CommunityBot.Tests.Features.Kudos;

public sealed class KudosRulesTests
{
    [Theory]
    [InlineData("@alice", "alice", "")]
    [InlineData("@alice,@bob , @carol", "alice bob carol", "")]
    [InlineData("@alice @bob\t@Alice", "alice bob", "")]
    [InlineData("@alice FOR  the @fix ", "alice", "the @fix")]
    [InlineData("@alice.", "alice", "")]
    [InlineData("@alice! for the fix.", "alice", "the fix.")]
    [InlineData("to @alice", "alice", "")]
    [InlineData("To @alice, @bob, and @carol: for it", "alice bob carol", "it")]
    [InlineData("@alice and @bob & @carol", "alice bob carol", "")]
    [InlineData("@some_company @renovate[bot] for it", "some_company renovate[bot]", "it")]
    public void Thanks_name_people_and_say_what_for(string arguments, string logins, string text)
    {
        var read = KudosRules.ReadThanks(arguments);

        Assert.Equal(logins.Split(' '), read?.Logins);
        Assert.Equal(text, read?.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("alice")]
    [InlineData("@")]
    [InlineData("@-alice")]
    [InlineData("@alice and")]
    [InlineData("@alice or @bob")]
    [InlineData("@alice. @bob")]
    [InlineData("to")]
    [InlineData("@alice@bob")]
    [InlineData("@org/team")]
    [InlineData("@alice for")]
    [InlineData("@álice")]
    public void What_is_not_written_so_is_not_read(string arguments) => Assert.Null(KudosRules.ReadThanks(arguments));

    [Theory]
    [InlineData("@alice https://example.org", "https://example.org/", "")]
    [InlineData("@alice <https://example.org/a>  A talk ", "https://example.org/a", "A talk")]
    [InlineData("@alice HTTPS://Example.org/ü", "https://example.org/%C3%BC", "")]
    [InlineData("@alice http://example.org", null, "")]
    [InlineData("@alice https://github.com@example.org", null, "")]
    [InlineData("@alice https:", null, "")]
    [InlineData("@alice nothing", null, "")]
    [InlineData("@alice /path", null, "")]
    public void Shout_outs_have_an_address_of_the_web(string arguments, string? address, string text)
    {
        var read = KudosRules.ReadShoutOut(arguments);

        Assert.Equal(("alice", address, text), (read?.Login, read?.Address?.AbsoluteUri, read?.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("@alice")]
    [InlineData("https://example.org")]
    public void Shout_outs_name_somebody_and_an_address(string arguments) => Assert.Null(KudosRules.ReadShoutOut(arguments));

    [Fact]
    public void Texts_and_addresses_are_bounded()
    {
        Assert.Equal(500, KudosRules.ReadThanks($"@alice for {new string('x', 60_000)}")?.Text.Length);
        Assert.Equal(499, KudosRules.ReadThanks($"@alice for {new string('x', 499)}😀")?.Text.Length);
        Assert.Null(KudosRules.ReadShoutOut($"@alice https://example.org/{new string('x', 2_000)}")?.Address);
        Assert.Null(KudosRules.ReadShoutOut($"@alice https://example.org/{new string('ü', 700)}")?.Address);
    }

    [Fact]
    public void Nothing_that_anybody_writes_throws() => Gen.String.Sample(arguments =>
    {
        KudosRules.ReadThanks($"@alice {arguments}");
        KudosRules.ReadShoutOut($"@alice {arguments}");
    });
}
