using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CommunityBot.Messages;
using CommunityBot.Web.Comments;
using CsCheck;

namespace CommunityBot.Tests.Web;

public sealed class CommentHtmlTests
{
    private static readonly Uri Repository = new("https://github.com/octo/hello");

    private static readonly string[] Tags =
    [
        "a", "b", "blockquote", "body", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "html", "i", "input", "ins", "kbd", "li", "ol",
        "p", "path", "pre", "q", "rp", "rt", "ruby", "s", "samp", "span", "strike", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "ul", "var",
    ];

    /// <summary>Pieces of which attacks are made, in any order.</summary>
    private static readonly string[] Pieces =
    [
        "<script>", "</script>", "alert(1)", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "</svg>", "<math>", "<mtext>", "<mglyph>", "<style>", "</style>", "<![CDATA[", "]]>", "<!--", "-->", "--!>",
        "<noscript>", "</noscript>", "<template>", "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=x>", "<embed src=x>", "<form action=https://evil.example>", "<button formaction=javascript:alert(1)>",
        "<a href=\"javascript:alert(1)\">", "<a href=\"jAvAsCrIpT&colon;alert(1)\">", "<a href=\" &#14; javascript:alert(1)\">", "<a href='data:text/html,x'>", "<a href='vbscript:x'>", "</a>", "[x](javascript:alert(1))",
        "[x](<java\nscript:alert(1)>)", "![x](https://evil.example/x.png)", "![x](data:image/svg+xml,x)", "<base href=https://evil.example>", "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=//evil.example>",
        "<p style=\"background:url(//evil.example)\">", "<p class=\"top skip\">", "<p id=content name=content>", "<input type=image src=//evil.example>", "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>",
        "<video poster=x>", "<audio src=x>", "<picture><source srcset=//evil.example>", "<table background=//evil.example>", "<xmp>", "<plaintext>", "<textarea>", "<title>", "<select><option>", "<marquee onstart=alert(1)>",
        "<p onclick=alert(1)>", "<a href=https://evil.example target=_top>", "<blockquote cite=javascript:alert(1)>",
        "> [!NOTE]\n> ", "- [x] ", "| a | b |\n| - | - |\n| ", "```\n", "`", "@octo", "#1", "~~", "**", "\n\n", " ", "\u0000", "&lt;", "&#60;script&#62;", "\"", "'", ">", "<",
    ];

    [Fact]
    public void Nothing_that_a_stranger_writes_runs_or_loads_or_looks_like_the_page() =>
        Gen.OneOf(Pieces).Array[1, 12].Sample(pieces => AssertHarmless(string.Concat(pieces)), iter: 3_000);

    [Theory]
    [InlineData("a **b** ~~c~~", "<p>a <strong>b</strong> <del>c</del></p>")]
    [InlineData("one\ntwo", "<p>one<br>two</p>")]
    [InlineData(":tada: :heart:", "<p>🎉 ❤️</p>")]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData("<details><summary>s</summary>\n\nt\n\n</details>", "<details><summary>s</summary><p>t</p></details>")]
    [InlineData("<blink onclick=x>words</blink>", "<p>words</p>")]
    [InlineData("![a cat](https://example.org/cat.png)", "<p><a href=\"https://example.org/cat.png\" rel=\"nofollow noopener\">a cat</a></p>")]
    [InlineData("https://example.org/", "<p><a href=\"https://example.org/\" rel=\"nofollow noopener\">https://example.org/</a></p>")]
    [InlineData("[x](javascript:alert(1))", "<p><a>x</a></p>")]
    [InlineData("hi @octo-cat!", "<p>hi <a href=\"https://github.com/octo-cat\" class=\"user-mention\">@octo-cat</a>!</p>")]
    [InlineData("ask @octo/mentors", "<p>ask <a href=\"https://github.com/orgs/octo/teams/mentors\" class=\"user-mention\">@octo/mentors</a></p>")]
    [InlineData("see #12", "<p>see <a href=\"https://github.com/octo/hello/issues/12\">#12</a></p>")]
    [InlineData("https://github.com/octo/hello/pull/3", "<p><a href=\"https://github.com/octo/hello/pull/3\" rel=\"nofollow noopener\">#3</a></p>")]
    [InlineData("https://github.com/octo/world/issues/3", "<p><a href=\"https://github.com/octo/world/issues/3\" rel=\"nofollow noopener\">octo/world#3</a></p>")]
    [InlineData("https://github.com/octo/hello/discussions/3", "<p><a href=\"https://github.com/octo/hello/discussions/3\" rel=\"nofollow noopener\">#3</a></p>")]
    [InlineData("https://github.com/octo/hello/pull/3/files", "<p><a href=\"https://github.com/octo/hello/pull/3/files\" rel=\"nofollow noopener\">https://github.com/octo/hello/pull/3/files</a></p>")]
    [InlineData("https://github.com.evil.example/octo/hello/pull/3", "<p><a href=\"https://github.com.evil.example/octo/hello/pull/3\" rel=\"nofollow noopener\">https://github.com.evil.example/octo/hello/pull/3</a></p>")]
    [InlineData("[here](https://github.com/octo/hello/pull/3)", "<p><a href=\"https://github.com/octo/hello/pull/3\" rel=\"nofollow noopener\">here</a></p>")]
    [InlineData("`@octo` a@b.example @\u2060octo", "<p><code>@octo</code> a@b.example @\u2060octo</p>")]
    [InlineData("words <!-- community-bot moment=a key=b -->", "<p>words </p>")]
    [InlineData("a <math><mi>x</mi></math><noscript>y</noscript> b", "<p>a  b</p>")]
    [InlineData("![](https://example.org/cat.png)", "<p><a href=\"https://example.org/cat.png\" rel=\"nofollow noopener\">image</a></p>")]
    [InlineData("![a cat]()", "<p>a cat</p>")]
    [InlineData("[![a cat](https://example.org/cat.png)](https://example.org/)", "<p><a href=\"https://example.org/\" rel=\"nofollow noopener\">a cat</a></p>")]
    [InlineData("a <input type=checkbox>", "<p>a <input type=\"checkbox\" disabled=\"\" aria-label=\"Incomplete task\"></p>")]
    public void It_is_as_on_GitHub(string body, string html) =>
        Assert.Equal(html, CommentHtml.Render(body, Repository).Value.Replace("\n", "", StringComparison.Ordinal).Replace("<a href=\"mailto:a@b.example\" rel=\"nofollow noopener\">a@b.example</a>", "a@b.example", StringComparison.Ordinal));

    [Fact]
    public void A_list_of_tasks_can_be_read_and_not_changed()
    {
        var boxes = Parse("- [x] done\n- [ ] open").QuerySelectorAll("li.task-list-item > input").ToList();

        Assert.Equal(["Completed task", "Incomplete task"], boxes.Select(box => box.GetAttribute("aria-label")));
        Assert.All(boxes, box => Assert.True(box.HasAttribute("disabled")));
    }

    [Theory]
    [InlineData("NOTE")]
    [InlineData("TIP")]
    [InlineData("IMPORTANT")]
    [InlineData("WARNING")]
    [InlineData("CAUTION")]
    public void An_alert_has_its_colour_and_its_icon(string kind)
    {
        var alert = Assert.Single(Parse($"> [!{kind}]\n> words").QuerySelectorAll($".markdown-alert.markdown-alert-{kind.ToLowerInvariant()}"));

        Assert.Equal(kind, alert.QuerySelector(".markdown-alert-title")!.TextContent.Trim(), ignoreCase: true);
        Assert.Single(alert.QuerySelectorAll(".markdown-alert-title > svg.icon[aria-hidden=true]"));
    }

    [Fact]
    public void A_table_is_a_table() => Assert.Equal(["a", "b"], Parse("| h | i |\n| - | - |\n| a | b |").QuerySelectorAll("tbody td").Select(cell => cell.TextContent));

    [Theory]
    [InlineData("", 20)]
    [InlineData("", 5_000)]
    [InlineData("words\r", 20)]
    public void What_is_nested_too_deeply_is_shown_as_it_was_written(string before, int quotes)
    {
        var text = before + new string('>', quotes) + " <script>";

        Assert.Equal(text.ReplaceLineEndings("\n"), Assert.Single(Parse(text).QuerySelectorAll("pre")).TextContent);
    }

    [Theory]
    [InlineData(20, 68, true)]
    [InlineData(20, 200, false)]
    [InlineData(200, 4, true)]
    [InlineData(200, 98, false)]
    public void A_table_beyond_reason_is_shown_as_it_was_written(int columns, int shortRows, bool isTable)
    {
        var text = $"|{string.Concat(Enumerable.Repeat("a|", columns - 1))}\n|{string.Concat(Enumerable.Repeat("-|", columns - 1))}{string.Concat(Enumerable.Repeat("\r|", shortRows))}";
        var page = Parse(text);

        Assert.Equal(isTable ? 1 : 0, page.QuerySelectorAll("table").Length);
        Assert.Equal(isTable ? 0 : 1, page.QuerySelectorAll("pre").Length);
    }

    [Theory]
    [InlineData("-\n")]
    [InlineData("[a](")]
    [InlineData("*a ")]
    [InlineData("<b>")]
    [InlineData("</p>")]
    [InlineData("www.a ")]
    [InlineData("mailto:a@b.c ")]
    [InlineData("@a ")]
    [InlineData("`a`")]
    [InlineData("> a\r\r")]
    [InlineData("&amp;")]
    [InlineData("[a]: b\n")]
    public void What_is_marked_up_beyond_reason_is_shown_as_it_was_written(string mark)
    {
        var text = Repeat(mark, MessageRenderer.MostCharacters);
        var page = Parse(text);

        Assert.Equal(text.ReplaceLineEndings("\n"), Assert.Single(page.QuerySelectorAll("pre")).TextContent);
        Assert.Equal(["P", "EM", "PRE"], page.QuerySelectorAll("*").Select(element => element.TagName));
    }

    [Theory]
    [InlineData(2, "*a* ")]
    [InlineData(4, "<")]
    [InlineData(5, "<b>")]
    [InlineData(4, "tel:1")]
    [InlineData(1, "\r")]
    [InlineData(1, "forty letters that are no marks in a row")]
    [InlineData(5, "|a\n|a\n")]
    public void Each_mark_costs(int cost, string marks) => Assert.Equal(cost, CommentHtml.CostOf(marks));

    [Fact]
    public void What_costs_no_more_than_may_be_is_laid_out()
    {
        var most = Repeat("*a* ", CommentHtml.MostCost * 2 * 20 / 21 / 4 * 4);

        Assert.InRange(CommentHtml.CostOf(most), CommentHtml.MostCost * 95 / 100, CommentHtml.MostCost);
        Assert.Empty(Parse(most).QuerySelectorAll("pre"));
        Assert.Single(new HtmlParser().ParseDocument(CommentHtml.Render(most, Repository, CommentHtml.CostOf(most) - 1).Value).QuerySelectorAll("pre"));
    }

    [Theory]
    [InlineData("[a]: /{0}\n\n{1}")]
    [InlineData("[a]: /x '{0}'\n\n{1}")]
    public void What_gets_by_far_longer_than_it_was_written_is_shown_as_it_was(string text) =>
        Assert.Single(Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, new string('x', 30_000), Repeat("[a]", 900))).QuerySelectorAll("pre"));

    [Fact]
    public void What_it_looks_like_is_made_once_and_not_when_the_page_is_written()
    {
        var comment = new CommentView("Good to **see** you.", Repository, Place: null, "welcome.first-issue");

        Assert.Same(comment.Html.Value, comment.Html.Value);
    }

    private static void AssertHarmless(string body)
    {
        var html = CommentHtml.Render(body, Repository).Value;
        var page = new HtmlParser().ParseDocument($"<body><main>{html}</main><footer></footer></body>");
        foreach (var element in page.All)
        {
            Assert.True(Tags.Contains(element.LocalName) || element.LocalName is "main" or "footer", $"{element.LocalName} of {body}");
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name is "src" or "style" or "id" or "name" or "background" or "srcset" or "target" || attribute.Name.StartsWith("on", StringComparison.Ordinal), $"{attribute.Name} of {body}");
                Assert.True(attribute.Name is not ("href" or "cite") || attribute.Value.Contains("://", StringComparison.Ordinal) || attribute.Value.StartsWith("mailto:", StringComparison.Ordinal)
                    || !attribute.Value.Contains(':', StringComparison.Ordinal), $"{attribute.Value} of {body}");
                Assert.True(attribute.Name != "class" || attribute.Value.Split(' ').All(name => name is "icon" or "user-mention" or "contains-task-list" || name.StartsWith("task-list", StringComparison.Ordinal)
                    || name.StartsWith("markdown-alert", StringComparison.Ordinal)), $"{attribute.Value} of {body}");
            }
        }

        Assert.True(page.QuerySelector("footer")!.ParentElement!.LocalName == "body", $"it gets out of its place: {body}");
    }

    private static string Repeat(string text, int characters) => string.Concat(Enumerable.Repeat(text, characters / text.Length));

    private static IElement Parse(string body) => new HtmlParser().ParseDocument(CommentHtml.Render(body, Repository).Value).Body!;
}
