using Markdig.Syntax;

namespace CommunityBot.Messages;

/// <summary>Fences of code that are opened and not closed: whatever follows, the hidden marker too, would be shown as code.</summary>
internal static class CodeFence
{
    /// <summary>
    /// Lines of a text with a fence at most. Reading one takes some microseconds, however deep it is nested, and sixty thousand a tenth of a second, as long as all pages and checks may take. A long message
    /// has a hundred.
    /// </summary>
    internal const int MostLines = 500;

    /// <summary>What reading a line takes, in characters that are printed.</summary>
    private const int LineCost = 500;

    /// <summary>The line that closes the fence which is open where a text ends, or null if none is. One in a list or a quote ends with it.</summary>
    /// <exception cref="TemplateException">Quotes and lists are nested deeper than Markdown is read, or it has more lines than are read.</exception>
    public static string? Missing(string text) =>
        IsIn(text)
        && Parse(text).LastOrDefault(block => block is not LinkReferenceDefinitionGroup) is FencedCodeBlock { ClosingFencedCharCount: 0 } open
            ? new string(open.FencedChar, open.OpeningFencedCharCount)
            : null;

    /// <summary>What looking for it costs, in characters that are printed.</summary>
    public static long CostOf(string text) => IsIn(text) ? (long)LineCost * Lines(text) : 0;

    private static bool IsIn(string text) => text.Contains("```", StringComparison.Ordinal) || text.Contains("~~~", StringComparison.Ordinal);

    private static int Lines(string text) => text.AsSpan().CountAny("\r\n") + 1;

    private static MarkdownDocument Parse(string text) =>
        Lines(text) > MostLines ? throw new TemplateException($"A message with a block of code has more than {MostLines} lines") :
        BoundedMarkdown.Blocks(text) ?? throw new TemplateException("The quotes and lists of the message are nested too deep");
}
