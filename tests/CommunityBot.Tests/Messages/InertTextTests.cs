using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CommunityBot.Messages;
using CsCheck;
using Markdig;

namespace CommunityBot.Tests.Messages;

/// <summary>
/// What comes out is rendered by a parser that knows nothing of ours, and what GitHub would look for in the text of it is looked for, generously.
/// </summary>
public sealed partial class InertTextTests
{
    /// <summary>Texts of one run; the variable CommunityBot_InertTexts asks for more.</summary>
    private static readonly int Texts = int.Parse(
        Environment.GetEnvironmentVariable("CommunityBot_InertTexts") ?? "20000", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseEmphasisExtras().UseAutoLinks().UseFootnotes().UseMathematics().UseEmojiAndSmiley().UseAlertBlocks().UseAutoIdentifiers().Build();

    private static readonly string[] Contexts = ["Thank you for {0}. Next.", "{0}", "Above\n{0}\nbelow", "[{0}](https://example.org/)", "| a |\n| - |\n| {0} |", "- {0}"];

    private static readonly string[] Fragments =
    [
        "@octocat", "@octo-org/team", "@", "＠octocat", "&#64;octocat", "&commat;octocat", "#1", "#", "&#35;1", "GH-1", "gh-23", "octo/hello#7", "octo@9f2c1d7be01a4d6f", "9f2c1d7",
        "9f2c1d7be01a4d6f8e3b5c7a9d0f1e2b3c4d5e6f", "ABCDEF1", "closes", "Fixes #2", "resolves GH-3", "http://example.org", "https://example.org/a?b=c", "ftp://example.org", "www.example.org",
        "WWW.example.org", "mailto:a@example.org", "a.b@example.org", "xmpp:a@b.example", "<img src=x>", "<b>", "</p>", "<!-- x -->", "-->", "<!--", "<https://example.org>", "<a@example.org>",
        "![x](y)", "[x](y)", "[x][y]", "[x]: y", "](https://example.org)", "[^1]", "`", "```", "~~~", "~~x~~", "**x**", "__x__", "*", "_", "# x", "## x", "===", "---", "***", "> x", "- x", "+ x", "1. x", "1) x",
        "- [ ] x", "[x]", "| a | b |", "|", "$x$", "$$x$$", ":tada:", ":+1:", ":)", "\\", "\\\\", "\\@octocat", "&lt;", "&amp;", "&", "!", "(", ")", "\n", "\r\n", "\t", "    ", "\u0000", "\u0007", "\u001b[31m",
        "\u202e", "\u2066", "\u200e", "\u061c", "\u200b", "\u2060", "\u00ad", "\ufeff", "\u2028", "e\u0301", "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f", "👩‍👩‍👧‍👦", "👍🏽", "日本語", "שלום", "हिन्दी",
        "GHSA-abcd-efgh-ijkl", "CVE-2026-1234", "JIRA-12", "x", "7", ".", " ",
    ];

    private static readonly Gen<string> Nasty = Gen.OneOf(
        Gen.Int[0, Fragments.Length - 1].Select(at => Fragments[at]), Gen.String[0, 3], Gen.Char[' ', '~'].Array[0, 8].Select(letters => new string(letters)))
        .Array[1, 8].Select(parts => string.Concat(parts));

    [Fact]
    public void Nothing_that_a_stranger_writes_acts() => Gen.Select(Nasty, Gen.Int[0, Contexts.Length - 1]).Sample(
        (text, context) => AssertInert(text, Contexts[context]),
        iter: Texts);

    [Theory]
    [InlineData("Fix a typo in the README", "Fix a typo in the README")]
    [InlineData("  many \n\t spaces ", "many spaces")]
    [InlineData("left \u202eright\u202c", "left right")]
    [InlineData("日本語のタイトル", "日本語のタイトル")]
    [InlineData("a 👩‍👩‍👧‍👦 family", "a 👩‍👩‍👧‍👦 family")]
    [InlineData("C# and C++ (v1.2)", "C# and C++ (v1.2)")]
    [InlineData(null, "")]
    public void A_reader_sees_what_was_written(string? text, string seen) =>
        Assert.Equal(seen, Text(InertText.Of(text)).Replace("\u2060", "", StringComparison.Ordinal));

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var inert = InertText.Of(string.Concat(Enumerable.Repeat("👍🏽", 300)));

        Assert.Equal(string.Concat(Enumerable.Repeat("👍🏽", InertText.MostCharacters)) + "…", inert.Replace("\u2060", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("a\ufffdb", InertText.Of("a\ud83db"));

    private static void AssertInert(string text, string context)
    {
        var inert = InertText.Of(text);
        var markdown = context.Replace("{0}", inert, StringComparison.Ordinal);
        var expected = Elements(context.Replace("{0}", inert.Length == 0 ? "" : "x", StringComparison.Ordinal));

        Assert.Equal(expected, Elements(markdown));
        var seen = Text(markdown);
        Assert.DoesNotMatch(Acts(), seen);
        Assert.DoesNotContain(inert, letter => char.IsControl(letter) || letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f' or '\u061c');
    }

    private static string Elements(string markdown) => string.Join(' ', new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, GitHub)).All.Select(element => element.LocalName));

    private static string Text(string markdown) => new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, GitHub)).Body!.TextContent.Trim();

    // Mentions; references by number, with and without a repository; advisories and tickets; commits; addresses; emoji.
    [GeneratedRegex(
        @"@[a-z0-9]|#\d|\bGH-\d|\bGHSA-\w|\b[A-Z]+-\d|\b[0-9a-f]{7,40}\b|\b(?:https?|ftp)://|\bwww\.|\b(?:mailto|xmpp):\w|\w@\w|:[a-z0-9+_-]+:",
        RegexOptions.IgnoreCase)]
    private static partial Regex Acts();
}
