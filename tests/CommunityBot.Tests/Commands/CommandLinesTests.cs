using CommunityBot.Commands;

namespace CommunityBot.Tests.Commands;

public sealed class CommandLinesTests
{
    public static TheoryData<string> Seen =>
    [
        "/claim",
        "/CLAIM",
        "Thanks for this!\n/claim",
        "Thanks for this!\r\n\r\n/claim\r\n",
        "  /claim  ",
        "A paragraph that goes on\n        /claim",
        "/claim\n---",
        "- a list\n- that goes on\n\n/claim",
        "- a list that goes on lazily\n/claim",
        "1. a list\n\n   /claim",
        "```\ncode\n```\n/claim",
        "> quoted\n\n/claim",
        "<!-- hidden -->\n\n/claim",
        "An `unclosed tick\n/claim",
        "x <y\n/claim",
        "\\`code\\`\n/claim",
        "[a](b \"an open title\n/claim",
    ];

    public static TheoryData<string> NotSeen =>
    [
        "",
        "please /claim",
        "\\/claim",
        "- /claim",
        "# /claim",
        "`/claim`",
        "/claim.",
        "/home/user/claim",
        "//claim",
        "/ claim",
        "/-claim",
        "    /claim",
        "\t/claim",
        "```\n/claim\n```",
        "~~~sh\n/claim",
        "text\n```\n/claim\n```",
        "- a list\n\n      /claim",
        "> /claim",
        "> quoted\n/claim",
        "> > quoted\n> /claim",
        "- > quoted\n/claim",
        "<!--\n/claim\n-->",
        "text <!-- hidden\n/claim\n-->",
        "<details>\n/claim\n</details>",
        "<pre>\n\n/claim\n</pre>",
        "text <a href='\n/claim\n'>",
        "a `code span\n/claim\nthat ends` here",
        "a ``code span\n/claim\n` that ends`` here",
        "[a]:\n/claim",
        "[a](b \"a title\n/claim\n\")",
    ];

    [Theory]
    [MemberData(nameof(Seen))]
    public void A_line_that_is_shown_with_a_slash_at_its_beginning_is_one(string body) =>
        Assert.Equal(("claim", ""), Words(Assert.Single(CommandLines.Of(body))));

    [Theory]
    [MemberData(nameof(NotSeen))]
    public void What_is_code_quoted_hidden_or_not_at_the_beginning_is_none(string body) => Assert.Empty(CommandLines.Of(body));

    [Fact]
    public void Arguments_are_the_rest_of_the_line_as_it_was_written()
    {
        var lines = CommandLines.Of("Well then.\n/thanks  @alice, @bob for `that` <b>fix</b> \n/not-yet\n");

        Assert.Equal([new("thanks", "@alice, @bob for `that` <b>fix</b>", "/thanks  @alice, @bob for `that` <b>fix</b>"), new CommandLine("not-yet", "", "/not-yet")], lines);
    }

    [Fact]
    public void An_edit_adds_the_lines_that_were_not_there()
    {
        Assert.Equal(["away"], Names(CommandLines.New("/claim\n/away", "/claim")));
        Assert.Equal(["claim"], Names(CommandLines.New("/claim", "`/claim`")));
        Assert.Equal(["claim"], Names(CommandLines.New("/claim\n/claim", "text\n/claim")));
        Assert.Equal(["snooze"], Names(CommandLines.New("/snooze 2 days", "/snooze 1 day")));
        Assert.Empty(CommandLines.New("/Claim\n\nmore text", "some text\n\n/claim"));
        Assert.Equal(["claim"], Names(CommandLines.New("/claim", formerBody: null)));
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("* 1) ")]
    public void Nesting_that_nobody_writes_is_not_read(string container) =>
        Assert.Empty(CommandLines.Of(string.Concat(Enumerable.Repeat(container, 10_000)) + "\n\n/claim"));

    [Theory]
    [InlineData("`")]
    [InlineData("<a ")]
    [InlineData("[")]
    public void A_paragraph_with_more_marks_than_anybody_writes_is_not_read(string mark)
    {
        Assert.Single(CommandLines.Of($"{string.Concat(Enumerable.Repeat($"{mark}x ", 400))}\n\n/claim"));
        Assert.Empty(CommandLines.Of($"/claim\n{string.Concat(Enumerable.Repeat($"{mark}x ", 501))}"));
    }

    [Fact]
    public void What_is_longer_than_a_comment_is_not_read()
    {
        Assert.Single(CommandLines.Of($"/claim\n\n{new string('x', 131_000)}"));
        Assert.Empty(CommandLines.Of($"/claim\n\n{new string('x', 132_000)}"));
    }

    private static (string Name, string Arguments) Words(CommandLine line) => (line.Name, line.Arguments);

    private static IEnumerable<string> Names(IEnumerable<CommandLine> lines) => lines.Select(line => line.Name);
}
