using CommunityBot.Messages;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace CommunityBot.Web.Comments;

/// <summary>Renders a comment as GitHub shows it.</summary>
public static class CommentHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).UseAutoLinks().UseAlertBlocks()
        .UseEmojiAndSmiley(enableSmileys: false).UseSoftlineBreakAsHardlineBreak().Build();

    /// <summary>Renders a comment. Like GitHub it takes HTML that can do no harm, and drops the rest; the hidden marker is not seen.</summary>
    /// <param name="body">The comment.</param>
    /// <param name="repository">Where it stands: the address of the repository, by which mentions and references are links.</param>
    public static MarkupString Render(string body, Uri repository)
    {
        // What is nested too deeply to be read is shown as it was written; GitHub gives up on it, too.
        var document = BoundedMarkdown.Parse(body, Pipeline);
        return new(CommentSanitizer.Clean(document is null ? $"<pre>{System.Net.WebUtility.HtmlEncode(body)}</pre>" : document.ToHtml(Pipeline), repository));
    }
}
