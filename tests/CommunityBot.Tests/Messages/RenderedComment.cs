using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace CommunityBot.Tests.Messages;

/// <summary>A comment as another program renders it, with every extension that GitHub has and some that it does not have.</summary>
internal sealed class RenderedComment
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().UseFootnotes().UseMathematics().UseEmojiAndSmiley(enableSmileys: false).UseAlertBlocks().Build();

    private readonly IElement _body;

    public RenderedComment(string markdown)
    {
        _body = new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, Pipeline)).Body!;
    }

    /// <summary>Names of the elements in document order, and of comments and the like.</summary>
    public string Elements => string.Join(' ', _body.Descendants().Where(node => node is not IText).Select(node => node.NodeName.ToLowerInvariant()));

    /// <summary>Names of their attributes, in document order.</summary>
    public string Attributes => string.Join(' ', _body.Descendants().OfType<IElement>().SelectMany(element => element.Attributes.Select(attribute => attribute.Name)));

    /// <summary>Values of the attributes that are only shown, in document order.</summary>
    public IEnumerable<string> ShownAttributes => _body.Descendants().OfType<IElement>()
        .SelectMany(element => element.Attributes.Where(attribute => attribute.Name is "alt" or "title").Select(attribute => attribute.Value));

    /// <summary>Texts of some elements.</summary>
    public IEnumerable<string> TextsOf(string selector) => _body.QuerySelectorAll(selector).Select(element => element.TextContent.Trim());

    /// <summary>Text of the only link.</summary>
    public string LinkText => _body.QuerySelectorAll("a").Single().TextContent;

    /// <summary>Text of the page, without the empty lines and without space at the ends of lines.</summary>
    public string Lines => string.Join('\n', _body.TextContent.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
