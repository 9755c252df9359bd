using CommunityBot.Messages;

namespace CommunityBot.Tests.Messages;

public sealed class InertTextTests
{
    private const string Joiner = "\u2060";

    [Theory]
    [InlineData("@alice", "@")]
    [InlineData("cc,@alice", "@")]
    [InlineData("(@alice)", "@")]
    [InlineData("@org/team", "@")]
    [InlineData("＠alice", "＠")]
    [InlineData("a@b.example", "@")]
    [InlineData("octo@deadbee", "@")]
    [InlineData("fixes #1", "#")]
    [InlineData("octo/hello#1", "#")]
    [InlineData("&#64;alice", "#")]
    [InlineData("＃1", "＃")]
    [InlineData("closes GH-1", "GH-")]
    [InlineData("gh-1", "gh-")]
    [InlineData("JIRA-12", "JIRA-")]
    [InlineData("GHSA-jfh8-c2jp-5v3q", "GHSA-")]
    [InlineData("see https://example.org/x", "https")]
    [InlineData("http://example.org", "http")]
    [InlineData("ftp://example.org", "ftp")]
    [InlineData("mailto:a", "mailto")]
    [InlineData("www.example.org", "www")]
    [InlineData("WWW.example.org", "WWW")]
    [InlineData(":tada:", ":")]
    [InlineData("deadbee", "deadbe")]
    [InlineData("at 0123456789abcdef0123456789abcdef01234567!", "012345")]
    [InlineData("[x] done", "[")]
    [InlineData("[!NOTE]", "[")]
    public void Filters_of_GitHub_find_an_invisible_joiner_instead(string text, string before)
    {
        var shown = Shown(text);

        Assert.Contains(before + Joiner, shown, StringComparison.Ordinal);
        Assert.Equal(text, Visible(shown));
        Assert.Empty(GitHubFilters.FindIn(shown));
        Assert.NotEmpty(GitHubFilters.FindIn(text));
    }

    [Theory]
    [InlineData("<b>bold</b> <img src=x> <!-- hidden --> <https://example.org>")]
    [InlineData("![image](x) [link](x) [reference] [^1]")]
    [InlineData("`code` ``` ~~~")]
    [InlineData("# heading")]
    [InlineData("===")]
    [InlineData("---")]
    [InlineData("- item")]
    [InlineData("+ item")]
    [InlineData("* item")]
    [InlineData("1. item")]
    [InlineData("2) item")]
    [InlineData("> quote")]
    [InlineData("| a | b |")]
    [InlineData("*a* **b** _c_ __d__ ~e~ ~~f~~ ==g== ++h++ ^i^")]
    [InlineData("- [ ] task")]
    [InlineData("&amp; &lt;b&gt; &commat;alice")]
    [InlineData(@"\*a\* \\ \")]
    [InlineData("--> --!> ]]>")]
    public void Markdown_and_html_are_shown_as_they_were_written(string text)
    {
        var comment = new RenderedComment($"Before\n{InertText.Of(text)}\nafter");

        Assert.Equal("p", comment.Elements);
        Assert.Equal($"Before\n{text}\nafter", Visible(comment.Lines));
    }

    [Theory]
    [InlineData("<details><summary>{0}</summary>", "</summary ><h1 >owned<hr/><table ><tr ><td >x", "details summary")]
    [InlineData("<p align=\"center\">{0}</p>", "</p ><h1 >x", "p")]
    [InlineData("<img alt=\"{0}\" src=\"https://example.org/x.png\">", "x\"><h1 >x", "img")]
    [InlineData("<img alt='{0}' src='https://example.org/x.png'>", "x' onerror='x'><h1 >x", "img")]
    [InlineData("Hello\n\n<!-- {0} -->", "--><h1 >x", "p #comment")]
    public void Html_of_the_template_is_not_ended(string template, string title, string elements)
    {
        var comment = new RenderedComment(template.Replace("{0}", InertText.Of(title), StringComparison.Ordinal));

        Assert.Equal(elements, comment.Elements);
        Assert.DoesNotContain("onerror", comment.Attributes, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_of_the_template_is_not_ended() => Assert.Equal("p code", new RenderedComment($"`{InertText.Of("a`` ` <b>")}`").Elements);

    [Fact]
    public void Dollar_signs_cannot_become_math() => Assert.Equal("＄a＄ and ＄＄b＄＄", InertText.Of("$a$ and $$b$$").Trim('\u2060'));

    [Theory]
    [InlineData("Fix the parser's README.md, again (part 2)")]
    [InlineData("fix: keep state-of-the-art 3.14 \"quotes\"; why? 50%")]
    [InlineData("日本語のタイトル, नमस्ते, שָׁלוֹם, مرحبا")]
    [InlineData("👩‍👩‍👧‍👦 👍🏽 ❤️ 🏴‍☠️ 🇪🇺 ☎︎")]
    public void Ordinary_titles_stay_as_they_are(string text) => Assert.Equal(text, Shown(text));

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" \t\u200B\u2800\u202E ", "")]
    [InlineData("  a \t\r\n\u2028\u00A0\u0085\0 b  ", "a b")]
    [InlineData("a\u202Eb\u2066c\u2069d\u200Ee\u200Ff\u061Cg", "abcdefg")]
    [InlineData("a\u200Bb\u200Cc\u200Dd\u00ADe\uFEFFf\u2060g\u034Fh\u3164i\uFE0Fj", "abcdefghij")]
    [InlineData("a\U000E0041\U000E0001\U000E0101b", "ab")]
    [InlineData("a \u200B b", "a b")]
    public void White_space_is_one_space_and_what_cannot_be_seen_is_gone(string? text, string expected) => Assert.Equal(expected, InertText.Of(text));

    [Fact]
    public void Invisible_characters_do_not_hide_a_mention() => Assert.Equal($"x @{Joiner}alice", InertText.Of("x @\u200Dali\u00ADce"));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("a\uFFFDb\uFFFDc", InertText.Of("a\uD83Db\uDE00c"));

    [Fact]
    public void Towers_of_marks_are_limited() => Assert.Equal($"e{new string('\u0301', 4)}a", InertText.Of($"e{new string('\u0301', 100)}a"));

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("👩‍👩‍👧‍👦")]
    public void Long_text_is_cut_between_characters_as_a_reader_counts_them(string character)
    {
        Assert.Equal(Repeat(character, 200), InertText.Of(Repeat(character, 200)));
        Assert.EndsWith($"{character}…", InertText.Of(Repeat(character, 201)), StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_leaves_no_space_before_the_ellipsis() => Assert.Equal($"{Repeat("x", 199)}…", InertText.Of($"{Repeat("x", 199)} yy"));

    [Fact]
    public void Emoji_joined_without_end_are_cut_too() => Assert.Equal("a…", InertText.Of($"a{Repeat("👩\u200D", 5_000)}"));

    [Fact]
    public void Text_beside_other_text_makes_nothing_of_it()
    {
        Assert.Equal("p", new RenderedComment($"[1]{InertText.Of("(https://example.org)")}").Elements);
        Assert.Equal("p a", new RenderedComment($"{InertText.Of("look!")}[1](https://example.org)").Elements);
        Assert.Empty(GitHubFilters.FindIn(new RenderedComment($"#{InertText.Of("1")} {InertText.Of("GH-")}1 {InertText.Of("@")}alice").Lines));
    }

    [Fact]
    public void Comment_of_the_template_is_not_ended()
    {
        var comment = new RenderedComment($"Hello\n<!-- {InertText.Of("--> --!> <!-- x -->")} -->");

        Assert.Equal("p #comment", comment.Elements);
        Assert.Equal("Hello", comment.Lines);
    }

    private static string Shown(string text) => new RenderedComment($"[{InertText.Of(text)}](https://example.org/x)").LinkText;

    private static string Visible(string text) => text.Replace(Joiner, "", StringComparison.Ordinal);

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
