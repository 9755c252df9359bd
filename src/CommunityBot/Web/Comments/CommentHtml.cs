using CommunityBot.Messages;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace CommunityBot.Web.Comments;

/// <summary>Renders a comment as GitHub shows it.</summary>
public static class CommentHtml
{
    /// <summary>Cells of tables at most. Each row is filled up to the widest: a wide one and many short ones, together no longer than a comment may be, would be millions of cells.</summary>
    private const int MostCells = 20_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).UseAutoLinks().UseAlertBlocks()
        .UseEmojiAndSmiley(enableSmileys: false).UseSoftlineBreakAsHardlineBreak().Build();

    /// <summary>Renders a comment. Like GitHub it takes HTML that can do no harm, and drops the rest; the hidden marker is not seen.</summary>
    /// <param name="body">The comment.</param>
    /// <param name="repository">Where it stands: the address of the repository, by which mentions and references are links.</param>
    public static MarkupString Render(string body, Uri repository)
    {
        // What is nested too deeply, or too large a table, is shown as it was written.
        var document = HasTooManyCells(body) ? null : BoundedMarkdown.Parse(body, Pipeline);
        return new(CommentSanitizer.Clean(document is null ? $"<pre>{System.Net.WebUtility.HtmlEncode(body)}</pre>" : document.ToHtml(Pipeline), repository));
    }

    private static bool HasTooManyCells(ReadOnlySpan<char> body)
    {
        var (rows, widest) = (0, 0);
        foreach (var line in body.SplitAny('\r', '\n'))
        {
            rows++;
            widest = Math.Max(widest, body[line].Count('|'));
        }

        return (long)rows * widest > MostCells;
    }
}
