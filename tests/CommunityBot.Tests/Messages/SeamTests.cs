using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Messages;

public sealed class SeamTests
{
    private readonly MessageRenderer _renderer = new(Options.Create(new GitHubOptions()));

    [Theory]
    [InlineData("https://{{ issue.title }}.com", "evil")]
    [InlineData("https://example.org{{ issue.title }}", ".evil.com")]
    [InlineData("https://example.org({{ issue.title }}", "@evil.com")]
    [InlineData("https://x.{{ issue.title | downcase }}.com/path", "evil")]
    [InlineData("<https://{{ issue.title }}.com>", "evil")]
    [InlineData("ftp://{{ issue.title }}.com", "evil")]
    [InlineData("www.{{ issue.title }}.com", "evil")]
    [InlineData("htt{{ issue.title }}", "ps://evil.com")]
    [InlineData("{{ issue.title }}{{ issue.labels.first }}", "abc")]
    [InlineData("{{ issue.labels | join: '' }}", "abc")]
    [InlineData("abc{{ issue.labels.first }}", "abc")]
    [InlineData("{{ issue.title }}4321", "abc")]
    [InlineData("GH-{{ issue.title }}", "1")]
    [InlineData("{{ issue.title }}-1", "GH")]
    [InlineData("#{{ issue.title }}", "1")]
    [InlineData(":{{ issue.title }}:", "tada")]
    [InlineData("A&{{ issue.title }}", "commat;alice")]
    [InlineData("A&com{{ issue.title }}", "mat;alice")]
    [InlineData("\\{{ issue.title }}", "<b>")]
    [InlineData("x <{{ issue.title }}>", "b")]
    [InlineData("x </{{ issue.title }}>", "p")]
    [InlineData("- [{{ issue.title }}] done", "x")]
    [InlineData("[text]{{ issue.title }}", "(https://evil.com)")]
    public void A_strangers_text_makes_nothing_of_the_words_beside_it(string template, string title)
    {
        var comment = new RenderedComment(Render(template, title));

        Assert.Matches("^(p|ul li)$", comment.Elements);
        Assert.Empty(GitHubFilters.FindIn(comment.Lines));
    }

    [Theory]
    [InlineData("{{ issue.labels | join: ' ' | upcase }}", "g-f")]
    [InlineData("{{ issue.labels | join: ' ' | upcase }}", "\u017F-1")]
    [InlineData("{{ issue.labels | join: ' ' | capitalize }}", "g-f")]
    [InlineData("{{ issue.title | upcase }}", "g-f")]
    public void Other_capitals_make_no_reference(string template, string text) =>
        Assert.Empty(GitHubFilters.FindIn(new RenderedComment(Render(template, text, [text, "b"])).Lines));

    // To GitHub a joiner is a letter of a host, so it has to stand before.
    [Theory]
    [InlineData("https://{{ issue.title }}.com", "https\u2060:\u2060//evil.com")]
    [InlineData("www.{{ issue.title }}.com", "www\u2060.evil.com")]
    [InlineData("[x](https://{{ issue.title }}.com)", "[x](https\u2060:\u2060//evil.com)")]
    public void An_address_whose_host_is_a_strangers_is_none(string template, string expected) => Assert.Equal(expected, Render(template, "evil"));

    [Theory]
    [InlineData("[{{ issue.title }}](https://example.org/x){{ issue.title }}", "[evil](https://example.org/x)evil")]
    [InlineData("[x](https://example.org){{ issue.title }}", "[x](https://example.org)evil")]
    [InlineData("https://example.org {{ issue.title }}", "https://example.org evil")]
    [InlineData("https://{{ repository.owner }}.github.io/{{ repository.name }}-docs", "https://octo.github.io/hello.world-docs")]
    [InlineData("`npm i {{ repository.name }}-cli`", "`npm i hello.world-cli`")]
    [InlineData("**{{ issue.title }}**, \"{{ issue.title }}\"", "**evil**, \"evil\"")]
    public void Where_nothing_is_made_nothing_is_added(string template, string expected) => Assert.Equal(expected, Render(template, "evil"));

    private string Render(string template, string title, string[]? labels = null) => _renderer.Render(template, new(
        "en", new RepositoryRef(1, 2, "octo", "hello.world"), "newcomer", new("issue", 7, title, "https://github.com/octo/hello/issues/7", labels ?? ["def1234", "abcdef1"]), MessageLinks.None));
}
