using System.Buffers;
using CommunityBot.Messages;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace CommunityBot.Web.Comments;

/// <summary>Renders a comment as GitHub shows it.</summary>
public static class CommentHtml
{
    /// <summary>
    /// What laying out a comment may cost, by <see cref="CostOf"/>. Reading Markdown and HTML costs up to the square of what is marked up in it: 60,000 characters of nothing else took two seconds, and as
    /// many as these take some 20 ms. It is twenty times what a long message needs.
    /// </summary>
    public const int MostCost = 2_000;

    /// <summary>Characters of HTML at most, twice those of a message: a reference to a long address is as long as that each time.</summary>
    private const int MostHtml = 2 * MessageRenderer.MostCharacters;

    /// <summary>How many letters cost as much as a mark: fifteen thousand attributes of a tag have no mark between them.</summary>
    private const int LettersOfAMark = 40;

    /// <summary>How many cells of a table cost as much as a mark. Each row is filled up to the widest: a wide one and many short ones would be millions of cells.</summary>
    private const int CellsOfAMark = 2;

    /// <summary>What the beginning of a tag or of an address costs beside its mark: tags that are not closed are opened again and again, and each <c>tel:</c> is looked at three times as long as a star.</summary>
    private const int BeginningMore = 3;

    /// <summary>Said above a comment that is shown as it was written.</summary>
    private const string Sorry = "<p><em>This page does not lay out as much as this. It is shown as it was written.</em></p>";

    /// <summary>Whatever can begin or end something in Markdown or HTML.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("\r\n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).UseAutoLinks().UseAlertBlocks()
        .UseEmojiAndSmiley(enableSmileys: false).UseSoftlineBreakAsHardlineBreak().Build();

    /// <summary>Renders a comment. Like GitHub it takes HTML that can do no harm, and drops the rest; the hidden marker is not seen. What costs too much, or is nested too deeply, is shown as it was written.</summary>
    /// <param name="body">The comment.</param>
    /// <param name="repository">Where it stands: the address of the repository, by which mentions and references are links.</param>
    /// <param name="most">What it may cost.</param>
    public static MarkupString Render(string body, Uri repository, int most = MostCost)
    {
        var html = CostOf(body) > most ? null : ToHtml(body);
        return new(CommentSanitizer.Clean(html ?? $"{Sorry}<pre>{System.Net.WebUtility.HtmlEncode(body)}</pre>", repository));
    }

    /// <summary>What laying out a comment costs at most, as far as can be told without reading it, in marks: characters that can begin or end something.</summary>
    public static int CostOf(ReadOnlySpan<char> body)
    {
        var (rows, widest) = (0L, 0);
        foreach (var line in body.SplitAny('\r', '\n'))
        {
            rows++;
            widest = Math.Max(widest, body[line].Count('|'));
        }

        return (int)Math.Min(int.MaxValue, body.CountAny(Marks) + (BeginningMore * body.CountAny("<:")) + (body.Length / LettersOfAMark) + (rows * widest / CellsOfAMark));
    }

    private static string? ToHtml(string body)
    {
        try
        {
            using var writer = new LimitedWriter(MostHtml);
            return BoundedMarkdown.Parse(body, Pipeline) is { } document ? Write(document, writer) : null;
        }
        catch (TemplateException)
        {
            return null;
        }
    }

    private static string Write(Markdig.Syntax.MarkdownDocument document, LimitedWriter writer)
    {
        document.ToHtml(writer, Pipeline);
        return writer.ToString();
    }
}
