using CommunityBot.Messages;

namespace CommunityBot.Tests.Messages;

public sealed class InertTextTests
{
    private const char Joiner = '\u2060';

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
    [InlineData("＃1", "＃")]
    [InlineData("closes GH-1", "GH-")]
    [InlineData("gh-1", "gh-")]
    [InlineData("JIRA-12", "JIRA-")]
    [InlineData("GHSA-jfh8-c2jp-5v3q", "GHSA-")]
    [InlineData("see https://example.org/x", "https")]
    [InlineData("http://example.org", "http")]
    [InlineData("ftp://example.org", "ftp")]
    [InlineData("www.example.org", "www")]
    [InlineData("WWW.example.org", "WWW")]
    [InlineData(":tada:", ":")]
    [InlineData("deadbee", "deadbe")]
    [InlineData("at 0123456789abcdef0123456789abcdef01234567!", "012345")]
    [InlineData("[x] done", "[")]
    public void What_a_filter_of_GitHub_looks_for_is_broken_by_an_invisible_joiner(string text, string before)
    {
        Assert.Contains($"{before}{Joiner}", new RenderedComment($"Thanks for {InertText.Of(text)}.").Lines, StringComparison.Ordinal);
    }
}
