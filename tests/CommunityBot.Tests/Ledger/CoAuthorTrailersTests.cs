using CommunityBot.Ledger;
using CsCheck;

namespace CommunityBot.Tests.Ledger;

public sealed class CoAuthorTrailersTests
{
    [Theory]
    [InlineData("Fix it\n\nCo-authored-by: Ann <123+ann@users.noreply.github.com>", "123 ann")]
    [InlineData("Fix it\r\n\r\nco-authored-by:Ann<ann@users.noreply.github.com>\r\n", " ann")]
    [InlineData("Co-Authored-By: Ann <123+ann_corp@users.noreply.ghes.example.org>", "123 ann_corp")]
    [InlineData("Co-authored-by: A <1+a@users.noreply.github.com>\nCo-authored-by: B <2+b@users.noreply.github.com>", "1 a, 2 b")]
    [InlineData("Co-authored-by: A <1+a@users.noreply.github.com>\nCo-authored-by: A <1+A@users.noreply.github.com>", "1 a")]
    [InlineData("Co-authored-by: Copilot <198982749+Copilot@users.noreply.github.com>", "198982749 Copilot")]
    [InlineData("Co-authored-by: Ann <ann@example.org>", "")]
    [InlineData("Co-authored-by: @ann", "")]
    [InlineData("Co-authored-by: Ann <1+an@n@users.noreply.github.com>", "")]
    [InlineData("Reviewed-by: Ann <1+ann@users.noreply.github.com>", "")]
    [InlineData("say Co-authored-by: Ann <1+ann@users.noreply.github.com>", "")]
    public void Only_addresses_of_GitHub_say_who_is_meant(string message, string expected) =>
        Assert.Equal(expected, string.Join(", ", CoAuthorTrailers.Of([message]).Select(person => $"{person.Id} {person.Login}")));

    [Fact]
    public void A_crowd_is_cut_short() =>
        Assert.Equal(20, CoAuthorTrailers.Of(Enumerable.Range(1, 500).Select(id => $"Co-authored-by: x <{id}+user{id}@users.noreply.github.com>")).Count);

    [Fact]
    public void Nothing_throws_and_nobody_is_made_up() =>
        Gen.OneOf(Gen.String, Gen.Char["Co-authored-by: <1+a@users.noreply.github.com>\n"].Array.Select(letters => new string(letters))).Sample(text =>
            Assert.All(CoAuthorTrailers.Of([text]), person => Assert.Contains(person.Login, text, StringComparison.Ordinal)));
}
