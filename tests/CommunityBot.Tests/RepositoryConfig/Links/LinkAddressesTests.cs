using CommunityBot.GitHub;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Links;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Tests.RepositoryConfig.Links;

public sealed class LinkAddressesTests
{
    private static readonly RepositoryRef Hello = new(1, 2, "octo", "hello");

    [Theory]
    [InlineData("CONTRIBUTING.md", "https://github.com/octo/hello/blob/HEAD/CONTRIBUTING.md")]
    [InlineData("docs/how to/100%?.md", "https://github.com/octo/hello/blob/HEAD/docs/how%20to/100%25%3F.md")]
    [InlineData("./README.md#how-to-help", "https://github.com/octo/hello/blob/HEAD/README.md#how-to-help")]
    [InlineData("貢献.md", "https://github.com/octo/hello/blob/HEAD/%E8%B2%A2%E7%8C%AE.md")]
    [InlineData("http.md", "https://github.com/octo/hello/blob/HEAD/http.md")]
    [InlineData("https://example.org/a?b=c#d", "https://example.org/a?b=c#d")]
    [InlineData("HTTP://example.org", "HTTP://example.org")]
    [InlineData(null, null)]
    public void A_path_is_a_file_on_the_default_branch_and_an_address_is_itself(string? link, string? expected) =>
        Assert.Equal(expected, LinkAddresses.Of(new LinksSettings { Contributing = link }, Hello, new("https://github.com/")).Contributing);

    [Fact]
    public void Each_link_is_its_own_and_on_the_server_of_the_operator() => Assert.Equal(
        new MessageLinks("https://ghe.example/octo/hello/blob/HEAD/a", "https://ghe.example/octo/hello/blob/HEAD/b", "https://c.example", "https://d.example", "https://e.example"),
        LinkAddresses.Of(
            new LinksSettings { Contributing = "a", CodeOfConduct = "b", Roadmap = "https://c.example", Chat = "https://d.example", Ideas = "https://e.example" },
            Hello,
            new("https://ghe.example/")));
}
