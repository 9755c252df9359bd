using CommunityBot.Messages;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace CommunityBot.Web;

/// <summary>Renders a comment about as GitHub shows it.</summary>
public static class CommentHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseEmphasisExtras().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().DisableHtml().Build();

    /// <summary>Renders a comment without its marker. Raw HTML is shown as text.</summary>
    public static MarkupString Render(string body) => new(Markdown.ToHtml(Marker.Strip(body), Pipeline));
}
