using CommunityBot.Messages;
using CsCheck;

namespace CommunityBot.Tests.Messages;

public sealed class MarkerTests
{
    [Fact]
    public void It_is_the_line_that_the_contract_names() =>
        Assert.Equal("<!-- community-bot moment=welcome.first-issue key=12-34 -->", Marker.Build("welcome.first-issue", "12-34"));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a--b")]
    [InlineData("a-")]
    [InlineData("a\nb")]
    [InlineData("a>b")]
    public void What_would_break_it_is_refused(string key) => Assert.Throws<ArgumentException>(() => Marker.Build("welcome.first-issue", key));

    [Fact]
    public void It_is_read_where_a_comment_ends()
    {
        Assert.True(Marker.TryRead("Hello.\n\n<!-- community-bot moment=a.b key=1-2 -->\r\n ", out var kind, out var key));
        Assert.Equal(("a.b", "1-2"), (kind, key));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<!-- community-bot moment=a.b key=1-2 --> said the bot")]
    [InlineData("> <!-- community-bot moment=a.b key=1-2 -->\n\nWhat is that?")]
    [InlineData("<!-- community-bot moment=a.b -->")]
    [InlineData("<!-- other-bot moment=a.b key=1-2 -->")]
    public void A_quoted_or_foreign_one_is_not_ours(string? body) => Assert.False(Marker.TryRead(body, out _, out _));

    [Fact]
    public void What_was_built_is_read_again() =>
        Gen.Select(Text("abcxyz.-"), Text("0123456789-:"), Gen.String).Sample((kind, key, text) =>
        {
            if (kind.Contains("--", StringComparison.Ordinal) || key.Contains("--", StringComparison.Ordinal) || kind.EndsWith('-') || key.EndsWith('-'))
            {
                return;
            }

            var body = $"{text}\n\n{Marker.Build(kind, key)}";
            Assert.True(Marker.TryRead(body, out var readKind, out var readKey));
            Assert.Equal((kind, key), (readKind, readKey));
            Assert.Equal(text.TrimEnd(), Marker.Strip(body));
        });

    private static Gen<string> Text(string letters) => Gen.Int[0, letters.Length - 1].Select(at => letters[at]).Array[1, 30].Select(text => new string(text));
}
