namespace CommunityBot.Tests.RepositoryConfig;

/// <summary>Files of which nothing counts.</summary>
public sealed class RefusalTests
{
    private const string Quotes = "; a text with \": \" in it, or that begins with {, [ or @, needs quotes or |";

    [Theory]
    [InlineData("version: 1\nlanguage: &a en\n", "2:11 The file is refused: anchors are not allowed")]
    [InlineData("version: 1\nlanguage: *a\n", "2:11 The file is refused: aliases are not allowed")]
    [InlineData("version: !!int 1\n", "1:10 The file is refused: tags are not allowed")]
    [InlineData("version: ! 1\n", "1:10 The file is refused: tags are not allowed")]
    [InlineData("version: 1\n---\nversion: 1\n", "2:1 The file is refused: it has more than one document")]
    [InlineData("a: [[[[[[[[[[1]]]]]]]]]]\n", "1:13 The file is refused: it is nested deeper than 10")]
    [InlineData("version: 1\nlinks: [\n", "3:1 The file is refused: While parsing a node, did not find expected node content.")]
    [InlineData("version: 1\n\tlanguage: en\n", "2:1 The file is refused: this line is indented with a tab, and YAML wants spaces")]
    [InlineData("welcome:\n\tenabled: true\n", "2:1 The file is refused: this line is indented with a tab, and YAML wants spaces")]
    [InlineData("welcome:\n  first-issue:\n  \tenabled: true\n", "3:3 The file is refused: this line is indented with a tab, and YAML wants spaces")]
    [InlineData("links:\r\n\tchat: a\r\n\tideas: b\r\n", "2:1 The file is refused: this line is indented with a tab, and YAML wants spaces")]
    [InlineData("version: 1\nwelcome:\n  first-issue:\n    message: |\n      Hi\n\tyou\n", "6:1 The file is refused: this line is indented with a tab, and YAML wants spaces")]
    [InlineData("welcome:\n  first-issue:\n    message: |\n      Hi\n      \tyou\nlinks: [\n", "7:1 The file is refused: While parsing a node, did not find expected node content.")]
    [InlineData("version: 1\nlinks: 'x\n", null)]
    [InlineData("? {a: b}\n: 1\n", $"1:3 The file is refused: a key has to be a text{Quotes}")]
    [InlineData("message: {{ links.chat | default: repository.url }}\n", $"1:11 The file is refused: a key has to be a text{Quotes}")]
    [InlineData("message: {{ author.mention }} hi\n", $"1:11 The file is refused: a key has to be a text{Quotes}")]
    [InlineData("message: Hi: {{ author.mention }}\n", $"1:12 The file is refused: While scanning a plain scalar value, found invalid mapping{Quotes}")]
    [InlineData("message: @alice helps\n", $"1:10 The file is refused: While scanning for the next token, found character that cannot start any token{Quotes}")]
    [InlineData("version: 1\nlanguage: e\0n\n", "2:12 The file is refused: there is a control character in it")]
    [InlineData("just words\n", "1:1 The file is refused: it has to be keys with values, for example version: 1")]
    [InlineData("- version: 1\n", "1:1 The file is refused: it has to be keys with values, for example version: 1")]
    public void What_hides_more_than_it_shows_or_is_broken_is_refused_whole(string text, string? expected)
    {
        var file = Configs.Parse(text);

        Assert.True(file.IsRefused);
        Assert.False(file.IsValid);
        Assert.Empty(file.Values);
        Assert.Equal(expected ?? Configs.Problems(text).First(), Assert.Single(Configs.Problems(text)));
    }

    [Fact]
    public void More_than_64_KiB_are_refused_and_no_byte_less()
    {
        var comment = $"#{new string('é', 32 * 1024)}";

        Assert.Equal(["1:1 The file is refused: it has more than 64 KiB"], Configs.Problems(comment));
        Assert.Empty(Configs.Problems(comment[..^1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n...\n")]
    [InlineData("\uFEFFversion: 1\n")]
    [InlineData("version: 1\r\nlanguage: de\r\n")]
    [InlineData("links: {\n\tchat: 'https://example.org' }\nwelcome:\n  first-issue:\n    message: |\n      Hi\n      \tyou\n")]
    [InlineData("{\"version\": 1, \"links\": {\"chat\": \"https://example.org\"}}")]
    public void Little_is_no_problem(string text)
    {
        Assert.Empty(Configs.Problems(text));
        Assert.False(Configs.Parse(text).IsRefused);
    }

    [Theory]
    [InlineData(50_000, "[")]
    [InlineData(25_000, "{a")]
    [InlineData(20_000, "- ")]
    [InlineData(20_000, "? ")]
    [InlineData(30_000, "[]")]
    [InlineData(9_000, "a: 1\n")]
    public void Whatever_is_repeated_ends_soon(int times, string piece)
    {
        var file = Configs.Parse(string.Concat(Enumerable.Repeat(piece, times)));

        Assert.False(file.IsValid);
    }
}
