using CommunityBot.Features.Welcome;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CsCheck;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.RepositoryConfig;

public sealed class WelcomeBotTests
{
    private const string File = """
        # Configuration for request-info
        requestInfoReplyComment: &more Please tell us more.
        newIssueWelcomeComment: >
          Thanks for opening your first issue here! Be sure to follow the
          issue template!
        newPRWelcomeComment: 'Thanks! {{ not a template }} {% nor this %}'
        firstPRMergeComment: ''
        """;

    [Fact]
    public void Its_words_are_kept_where_there_is_neither_file()
    {
        var file = Parse(File);
        var config = EffectiveConfig.Of(Configs.Keys, welcomeBot: file);

        Assert.Empty(file.Problems);
        Assert.Equal("Thanks for opening your first issue here! Be sure to follow the issue template!", Render(config.Get<WelcomeSettings>().FirstIssue.Message!));
        Assert.Equal("Thanks! {{ not a template }} {% nor this %}", Render(config.Get<WelcomeSettings>().FirstPullRequest.Message!));
        Assert.Equal(2, config.Values.Count(value => value.Origin == ConfigOrigin.WelcomeBotFile));
    }

    [Theory]
    [InlineData("mode: on", null)]
    [InlineData(null, "")]
    [InlineData(null, "broken: [")]
    public void They_do_not_count_beside_a_file(string? owner, string? repository)
    {
        var config = EffectiveConfig.Of(
            Configs.Keys, owner is null ? null : Configs.Parse(owner), repository is null ? null : Configs.Parse(repository), Parse("newIssueWelcomeComment: Hello"));

        Assert.Null(config.Get<WelcomeSettings>().FirstIssue.Message);
    }

    [Theory]
    [InlineData("shared: &all { labels: [a] }\nother: *all\nmerged:\n  <<: *all\n")]
    [InlineData("other: !custom [1]\nmore: ! x\n")]
    [InlineData("deep: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]\n")]
    [InlineData("? [a, { b: c }]\n: [d]\n? &key e\n: f\n*key : g\n")]
    [InlineData("newPRWelcomeComment: &pr Welcome.\n")]
    [InlineData("newIssueWelcomeComment: *nothing\n")]
    [InlineData("---\n")]
    public void Whatever_other_bots_have_in_it_the_words_are_kept(string others)
    {
        foreach (var text in new[] { $"{others}newIssueWelcomeComment: Hello\n", $"{(others.StartsWith("---", StringComparison.Ordinal) ? "" : others)}newIssueWelcomeComment: Hello\n---\nanother: document\n" })
        {
            var file = Parse(text);

            Assert.Equal("Hello", Render((string)file.Values["welcome.first-issue.message"]));
            Assert.Empty(file.Problems);
        }
    }

    [Fact]
    public void A_text_that_has_an_anchor_is_kept() =>
        Assert.Equal("Welcome.", Render((string)Parse("newIssueWelcomeComment: &all Welcome.\nnewPRWelcomeComment: *all\n").Values.Single().Value));

    [Theory]
    [InlineData(60_000, "[")]
    [InlineData(30_000, "{a")]
    [InlineData(30_000, "- ")]
    [InlineData(20_000, "? ")]
    [InlineData(30_000, "[]")]
    [InlineData(70_000, "#")]
    public void What_is_made_to_be_slow_says_nothing(int times, string piece) =>
        Assert.Empty(Parse($"a: \n {string.Concat(Enumerable.Repeat(piece, times))}\nnewIssueWelcomeComment: Hello").Values);

    [Theory]
    [InlineData("newIssueWelcomeComment: [a]")]
    [InlineData("newIssueWelcomeComment:")]
    [InlineData("newIssueWelcomeComment: ~")]
    [InlineData("newIssueWelcomeComment: false")]
    [InlineData("newIssueWelcomeComment: *all")]
    [InlineData("nested:\n  newIssueWelcomeComment: Hello\n")]
    [InlineData("[{ newIssueWelcomeComment: Hello }]")]
    [InlineData("newIssueWelcomeComment: 'Hello")]
    [InlineData("just words")]
    [InlineData("")]
    public void A_file_of_other_bots_is_no_problem_of_ours(string text)
    {
        var file = Parse(text);

        Assert.Empty(file.Problems);
        Assert.Empty(file.Values);
    }

    [Fact]
    public void Whatever_it_said_is_said() =>
        Gen.OneOf(Gen.OneOf("{", "{{", "{%", "}}", "%}", "-", " ", "\n", "'", "..", "|", "{#"), Gen.Char[' ', '~'].Select(letter => $"{letter}")).Array[0, 20].Select(string.Concat)
            .Sample(text => Assert.Equal(text.Trim(), Seen(Render(PlainMarkdown.AsTemplate(text)))));

    // An @ before what may be a character reference is kept apart from it, which nobody sees.
    private static string Seen(string text) => text.Replace("\u2060", "", StringComparison.Ordinal);

    private static ConfigFile Parse(string text) => new WelcomeBotParser(Configs.Keys).Parse(text);

    private static string Render(string template) => new MessageRenderer(Options.Create(new GitHubOptions())).Render(
        template, new("en", new RepositoryRef(1, 2, "octo", "hello"), "newcomer", new("issue", 7, "A title", "https://github.com/octo/hello/issues/7", []), MessageLinks.None));
}
