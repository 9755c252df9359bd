using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.CheckRuns;

namespace CommunityBot.Tests.RepositoryConfig.CheckRuns;

public sealed class ConfigCheckRulesTests
{
    [Fact]
    public void A_good_config_is_answered_with_what_will_be_said_and_where_it_comes_from()
    {
        var run = Check("language: de\n");

        Assert.Equal(("success", "The config is good", "sha", "community-bot config"), (run.Conclusion, run.Title, run.HeadSha, run.Name));
        Assert.Empty(run.Annotations);
        Assert.Contains("**welcome.first-issue**\n\n> Hello\n> \n> you", run.Summary, StringComparison.Ordinal);
        Assert.Contains("| `language` | `de` | this file |", run.Summary, StringComparison.Ordinal);
        var folded = run.Summary[run.Summary.IndexOf("<details><summary>The defaults", StringComparison.Ordinal)..];
        Assert.Contains("| `mode` | `on` | default |", folded, StringComparison.Ordinal);
        Assert.DoesNotContain("`language`", folded, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_is_a_remark_on_its_line()
    {
        var run = Check("version: 1\nmodee: on\n");

        Assert.Equal(("failure", "1 problem; the rest of the config applies"), (run.Conclusion, run.Title));
        var note = Assert.Single(run.Annotations);
        Assert.Equal((".github/community-bot.yml", 2, 1, "failure", "modee"), (note.Path, note.Line, note.Column, note.Level, note.Title));
        Assert.Contains("mode", note.Message, StringComparison.Ordinal);
        Assert.StartsWith("### What is wrong\n\n- line 2: modee is not a key", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_a_later_version_knows_is_a_notice_and_no_failure()
    {
        var run = Check("digest: { enabled: true }\n");

        Assert.Equal("success", run.Conclusion);
        Assert.Equal("notice", Assert.Single(run.Annotations).Level);
    }

    [Fact]
    public void A_refused_config_says_that_it_has_no_effect() => Assert.Equal("The config is refused: the defaults are in force", Check("a: &b\n").Title);

    [Fact]
    public void A_config_that_was_taken_away_leaves_the_defaults()
    {
        var run = ConfigCheckRules.Write("sha", null, EffectiveConfig.Of(Configs.Keys), []);

        Assert.Equal(("success", "There is no config: the defaults are in force"), (run.Conclusion, run.Title));
    }

    [Fact]
    public void What_is_in_force_keeps_within_its_cell() =>
        Assert.Contains("| `links.chat` | `https://example.org/a\\|b` | this file |", Check("links: { chat: https://example.org/a|b }\n").Summary, StringComparison.Ordinal);

    [Fact]
    public void Built_in_texts_are_folded_below_the_words_of_the_config()
    {
        var summary = Check("version: 1\n", isBuiltIn: true).Summary;

        Assert.Contains("<details><summary>The built-in texts</summary>\n\n**welcome.first-issue**", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("built-in", Check("version: 1\n").Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_GitHub_takes_is_not_exceeded()
    {
        var run = Check(string.Concat(Enumerable.Range(0, 90).Select(at => $"unknown-{at}: 1\n")), new string('x', 70_000));

        Assert.Equal(CheckRun.MostAnnotations, run.Annotations.Count);
        Assert.InRange(run.Summary.Length, 1, 65_535);
        Assert.Contains("the first 50 of 90 problems are annotated", run.Summary, StringComparison.Ordinal);
        Assert.Equal(run.Summary.Split("<details>").Length, run.Summary.Split("</details>").Length);
    }

    private static CheckRun Check(string text, string said = "Hello\n\nyou", bool isBuiltIn = false)
    {
        var file = new ConfigParser(Configs.Keys).Parse(text);
        return ConfigCheckRules.Write("sha", file, EffectiveConfig.Of(Configs.Keys, repository: file), [new("welcome.first-issue", [], IsRest: false, isBuiltIn, said)]);
    }
}
