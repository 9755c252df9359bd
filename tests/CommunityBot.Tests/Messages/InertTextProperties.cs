using System.Globalization;
using CommunityBot.Messages;
using CsCheck;

namespace CommunityBot.Tests.Messages;

public sealed class InertTextProperties
{
    /// <summary>Cases of a normal run; <c>CsCheck_Iter</c> asks for more.</summary>
    private const int Cases = 20_000;

    [Fact]
    public void Nasty_titles_show_and_do_nothing() => Hold(Faults);

    [Fact]
    public void Nasty_titles_show_and_do_nothing_in_the_html_of_a_template() => Hold(FaultsInHtml);

    private static void Hold(Func<string, IEnumerable<string>> faults) =>
        NastyTitles.Any.Sample(title => Assert.Empty(faults(title)), iter: Math.Max(Cases, Check.Iter), print: Readable);

    private static IEnumerable<string> Faults(string title)
    {
        var inert = InertText.Of(title);
        if (inert.Length == 0)
        {
            return [];
        }

        var comment = new RenderedComment(
            $"""
            Thank you for {inert}. Next

            {inert} is at the start of a line

            Thank you for
            {inert}
            and more

            [{inert}](https://example.org/x)

            - {inert}

            > {inert}

            ## {inert}

            | {inert} | b |
            | --- | --- |
            | {inert} | b |
            """);
        const string Expected = "p p p p a ul li blockquote p h2 table thead tr th th tbody tr td td";
        var shown = comment.LinkText;
        return new[]
        {
            comment.Elements == Expected ? "" : $"elements: {comment.Elements}",
            comment.Lines == ExpectedLines(shown) ? "" : $"text: {comment.Lines}",
            shown.EndsWith('…') || Ink(shown) == Ink(title) ? "" : $"readable: {shown}",
            inert == inert.Trim() && !inert.Contains("  ", StringComparison.Ordinal) && !inert.Any(char.IsControl) ? "" : "one line, one space",
            new StringInfo(shown.Replace("\u2060", "", StringComparison.Ordinal)).LengthInTextElements <= InertText.MaxTextElements + 1 ? "" : "length",
        }.Where(fault => fault.Length > 0).Concat(GitHubFilters.FindIn(comment.Lines));
    }

    private static IEnumerable<string> FaultsInHtml(string title)
    {
        var inert = InertText.Of(title);
        if (inert.Length == 0)
        {
            return [];
        }

        var comment = new RenderedComment(
            $"""
            <details><summary>{inert}</summary>

            Text

            </details>

            <p align="center">{inert}</p>

            <img src="https://example.org/x.png" alt="{inert}" title='{inert}'>

            <!-- {inert} -->

            <div>
            {inert}
            </div>

            <pre>
            {inert}
            </pre>

            Thank you for <b title="{inert}">{inert}</b> and [{inert}](https://example.org/x "{inert}") in `{inert}`
            """);
        var shown = comment.LinkText;
        return new[]
        {
            comment.Elements == "details summary p p img #comment div pre p b a code" ? "" : $"elements: {comment.Elements}",
            comment.Attributes == "align src alt title title href title" ? "" : $"attributes: {comment.Attributes}",
            comment.TextsOf("summary, p[align], div, pre, b").All(text => text == shown) ? "" : "text",
            comment.ShownAttributes.All(text => text == shown) ? "" : "attribute",
            comment.TextsOf("code").All(text => text == inert) ? "" : "code",
        }.Where(fault => fault.Length > 0).Concat(GitHubFilters.FindIn(shown));
    }

    private static string ExpectedLines(string shown) =>
        $"Thank you for {shown}. Next\n{shown} is at the start of a line\nThank you for\n{shown}\nand more\n{shown}\n{shown}\n{shown}\n{shown}\n{shown}\nb\n{shown}\nb";

    /// <summary>What a reader sees of ASCII.</summary>
    private static string Ink(string text) => string.Concat(text.Replace('＄', '$').Where(letter => letter is > ' ' and <= '~'));

    private static string Readable(string title) => string.Concat(title.Select(letter => letter is >= ' ' and <= '~' ? $"{letter}" : $"\\u{(int)letter:X4}"));
}
