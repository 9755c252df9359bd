using CsCheck;

namespace CommunityBot.Tests.Messages;

/// <summary>Titles made of what has a meaning to GitHub, to Markdown or to Unicode, glued at random.</summary>
internal static class NastyTitles
{
    private static readonly Gen<string> Fragment = Gen.OneOf(
        "@alice", "@", "＠bob", "﹫bob", "@org/team", "&#64;eve", "&commat;eve", "&", "&amp;", "&#x40;eve", "a@b.example", "mailto:", "tel:1", "xmpp:a@b.c/d",
        "#1", "#", "＃2", "﹟3", "owner/repo#4", "GH-5", "gh-6", "GH", "GHSA-jfh8-c2jp-5v3q", "JIRA-7", "CVE-2026-1234", "fixes ", "closes: ",
        "deadbee", "DEADBEEFCAFE", "0123456789abcdef0123456789abcdef01234567", "a", "0", "fff", "octo@deadbee",
        "http://", "https://", "ftp://", "http:", "//", "://", "www", "www.", "WWW.", "github.com", "example.org/x", "example", ".org", "/",
        "<b>", "</p>", "<img src=x>", "<!--", "-->", "--!>", "<script>", "<", ">", "<?", "<![CDATA[", "]]>", "<https://example.org>", "<details>",
        "![", "[", "]", "](", "(", ")", "](https://evil.example)", "[x]: ", "[^1]", "[^1]: ", "[ ] ", "[x] ", "[!NOTE]", "[!WARNING]", "[[x]]", "!",
        "`", "``", "```", "~~~", "~", "~~", "*", "**", "***", "_", "__", "^", "==", "++", "\"\"", "'", "\"", "\\", "\\\\", "|", "|-|", "| --- |", ":-:",
        "#", "## ", "> ", "- ", "+ ", "1. ", "2) ", "---", "===", "***", "* * *", "    ", "\t", "$", "$$", "$x$", "$`", "{", "}", "{{ x }}", "{% if %}", "${x}",
        ":tada:", ":", "::", ":+1:", "+1", ":smile", "tada:", "\n", "\r\n", "\n\n", "\0", "\u0085", "\u2028", "\u2029", "\u00A0", "\u2800", " ",
        "\u202E", "\u2066", "\u2069", "\u200E", "\u200F", "\u061C", "\u200B", "\u200C", "\u200D", "\u00AD", "\u2060", "\uFEFF", "\uFE0F", "\uFE0E",
        "\U000E0041", "\U000E0001", "\U000E0101", "\u034F", "\u3164", "\uD800", "\uDC00", "\uFFFE", "\uFFFD",
        "\u0301", "\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307", "\u20E3", "👩‍👩‍👧‍👦", "👍🏽", "❤️", "🏴‍☠️", "🇪🇺", "é", "日本語", "नमस्ते", "한국어", "ᄀᄀᄀ",
        "word", "x", " fix ", ". ", ", ");

    private static readonly Gen<string> Anything = Gen.Frequency(
        (8, Fragment),
        (1, Gen.Char[' ', '~'].Array[1, 4].Select(chars => new string(chars))),
        (1, Gen.Char.Array[1, 4].Select(chars => new string(chars))),
        (1, Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32)));

    /// <summary>Mostly short, sometimes beyond every limit.</summary>
    public static readonly Gen<string> Any = Gen.Frequency(
        (200, Anything.Array[0, 12]),
        (1, Anything.Array[50, 150]),
        (1, Gen.Select(Anything, Gen.Int[1, 3_000], (part, count) => Enumerable.Repeat(part, count).ToArray()))).Select(string.Concat);
}
