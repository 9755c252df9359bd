using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace CommunityBot.Tests.Messages;

/// <summary>A comment as another program renders it, with every extension that GitHub has and some that it does not have.</summary>
internal sealed class RenderedComment
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().UseFootnotes().UseMathematics().UseEmojiAndSmiley().UseAlertBlocks().Build();

    private readonly IElement _body;

    public RenderedComment(string markdown)
    {
        _body = new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, Pipeline)).Body!;
    }

    /// <summary>Names of the elements, in document order.</summary>
    public IEnumerable<string> Elements => _body.QuerySelectorAll("*").Select(element => element.LocalName);

    /// <summary>What is no element and no text, such as a comment.</summary>
    public IEnumerable<INode> Others => _body.Descendants().Where(node => node is not (IElement or IText));

    /// <summary>Text as filters that run over the page see it, text node by text node.</summary>
    public IEnumerable<string> Texts => _body.Descendants<IText>().Select(text => text.Data);

    /// <summary>Text of the page without its final newline.</summary>
    public string Text => _body.TextContent.TrimEnd('\n');
}
