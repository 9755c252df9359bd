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
        var file = Parse(File.Replace("&more ", "", StringComparison.Ordinal));
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
    [InlineData(File)]
    [InlineData("newIssueWelcomeComment: [a]")]
    [InlineData("newIssueWelcomeComment:")]
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
            .Sample(text => Assert.Equal(text.Trim(), Render(PlainMarkdown.AsTemplate(text))));

    private static ConfigFile Parse(string text) => new WelcomeBotParser(Configs.Keys).Parse(text);

    private static string Render(string template) => new MessageRenderer(Options.Create(new GitHubOptions())).Render(
        template, new("en", new RepositoryRef(1, 2, "octo", "hello"), "newcomer", new("issue", 7, "A title", "https://github.com/octo/hello/issues/7", []), MessageLinks.None));
}
