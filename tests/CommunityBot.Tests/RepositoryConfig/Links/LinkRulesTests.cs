using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Links;

namespace CommunityBot.Tests.RepositoryConfig.Links;

public sealed class LinkRulesTests
{
    [Theory]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("contributing")]
    [InlineData("Contributing.rst")]
    [InlineData("CONTRIBUTING.adoc")]
    public void A_guide_is_known_by_its_name(string name) =>
        Assert.Equal(new MessageLinks(name), LinkRules.Find(["README.md", name], file => file));

    [Theory]
    [InlineData("CONTRIBUTING.png")]
    [InlineData("CONTRIBUTING.md.orig")]
    [InlineData("HOW-TO-CONTRIBUTING.md")]
    public void What_is_only_named_alike_is_none(string name) => Assert.Equal(MessageLinks.None, LinkRules.Find([name], file => file));

    [Fact]
    public void All_pages_are_found_in_one_folder() => Assert.Equal(
        new MessageLinks("x/CONTRIBUTING.md", "x/CODE_OF_CONDUCT.md", "x/ROADMAP.md"),
        LinkRules.Find(["CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "ROADMAP.md"], file => $"x/{file}"));

    [Fact]
    public void What_was_found_first_stays() => Assert.Equal(new MessageLinks("a", "b", "c"), new MessageLinks("a", null, "c").Or(new("z", "b", "z")));
}
