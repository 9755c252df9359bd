using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommunityBot.Web.Assets;
using Ganss.Xss;

namespace CommunityBot.Web.Comments;

/// <summary>
/// Lets through what GitHub lets through (<see href="https://github.com/gjtorikian/html-pipeline/blob/main/lib/html_pipeline/sanitization_filter.rb">its list</see>), and completes it as GitHub
/// does. No image is loaded, since a page asks nobody else for anything: a link stands in its place.
/// </summary>
public static class CommentSanitizer
{
    private static readonly string[] Tags =
    [
        "a", "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "ol", "p", "pre",
        "q", "rp", "rt", "ruby", "s", "samp", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "ul", "var",
    ];

    private static readonly string[] Attributes =
    [
        "align", "alt", "cite", "class", "colspan", "dir", "href", "lang", "open", "reversed", "rowspan", "scope", "src", "start", "title", "type", "checked", "disabled", "value",
    ];

    private static readonly string[] Classes =
    [
        "contains-task-list", "task-list-item", "markdown-alert", "markdown-alert-note", "markdown-alert-tip", "markdown-alert-important", "markdown-alert-warning", "markdown-alert-caution",
        "markdown-alert-title",
    ];

    private static readonly (string Kind, string Icon)[] AlertIcons =
        [("note", "info"), ("tip", "light-bulb"), ("important", "report"), ("warning", "alert"), ("caution", "stop")];

    private static readonly HtmlSanitizer Sanitizer = Build();

    /// <summary>HTML without anything that could do harm.</summary>
    /// <param name="html">HTML as strangers write it.</param>
    /// <param name="repository">Where it stands: mentions and references lead there.</param>
    public static string Clean(string html, Uri repository)
    {
        var body = Sanitizer.SanitizeDom(html).Body!;
        Complete(body);
        CommentLinks.Add(body, repository);
        return body.ChildNodes.ToHtml(HtmlFormatter.Instance);
    }

    private static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src", "cite"], StringComparer.OrdinalIgnoreCase),
            AllowedClasses = new HashSet<string>(Classes, StringComparer.Ordinal),
            AllowedCssProperties = new HashSet<string>(),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        });


        // Their content is no text to anybody; of other tags that are not known, what is in them stays.
        sanitizer.RemovingTag += (_, removing) =>
        {
            if (removing.Tag is not (IHtmlScriptElement or IHtmlStyleElement or IHtmlTemplateElement or IHtmlTextAreaElement or IHtmlTitleElement or IHtmlInlineFrameElement)
                && removing.Tag.NamespaceUri == NamespaceNames.HtmlUri && removing.Tag.LocalName is not ("noscript" or "noembed" or "noframes" or "xmp" or "plaintext"))
            {
                removing.Tag.Replace([.. removing.Tag.ChildNodes]);
                removing.Cancel = true;
            }
        };
        return sanitizer;
    }

    private static void Complete(IElement body)
    {
        foreach (var image in body.QuerySelectorAll("img").ToList())
        {
            image.Replace(InPlaceOf(image));
        }

        foreach (var input in body.QuerySelectorAll("input").ToList())
        {
            if (input.GetAttribute("type") != "checkbox")
            {
                input.Remove();
                continue;
            }

            input.SetAttribute("disabled", "");
            input.SetAttribute("aria-label", input.HasAttribute("checked") ? "Completed task" : "Incomplete task");
        }

        foreach (var link in body.QuerySelectorAll("a[href]"))
        {
            link.SetAttribute("rel", "nofollow noopener");
        }

        foreach (var (kind, icon) in AlertIcons)
        {
            foreach (var title in body.QuerySelectorAll($".markdown-alert-{kind} > .markdown-alert-title"))
            {
                title.Prepend(Icon(body.Owner!, icon));
            }
        }
    }

    private static INode InPlaceOf(IElement image)
    {
        var words = image.GetAttribute("alt") is { Length: > 0 } alt ? alt : "image";
        var document = image.Owner!;
        if (image.GetAttribute("src") is not { Length: > 0 } address || image.Closest("a") is not null)
        {
            return document.CreateTextNode(words);
        }

        var link = document.CreateElement("a");
        link.SetAttribute("href", address);
        link.TextContent = words;
        return link;
    }

    private static IElement Icon(IDocument document, string name)
    {
        var icon = document.CreateElement("span");
        icon.InnerHtml = AssetFiles.Icon(name);
        return icon.FirstElementChild!;
    }
}
