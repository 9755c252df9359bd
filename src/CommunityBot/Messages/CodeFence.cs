using Markdig.Syntax;

namespace CommunityBot.Messages;

/// <summary>Fences of code that are opened and not closed: whatever follows, the hidden marker too, would be shown as code.</summary>
internal static class CodeFence
{
    /// <summary>
    /// Lines of a text with a fence at most. Blocks are read line by line, and each template of a config is tried on lists of a hundred people: without a limit a file of nothing but loops took a processor
    /// for three seconds. A long message has a hundred.
    /// </summary>
    internal const int MostLines = 500;

    /// <summary>The line that closes the fence which is open where a text ends, or null if none is. One in a list or a quote ends with it.</summary>
    /// <exception cref="TemplateException">Quotes and lists are nested deeper than Markdown is read, or it has more lines than are read.</exception>
    public static string? Missing(string text) =>
        (text.Contains("```", StringComparison.Ordinal) || text.Contains("~~~", StringComparison.Ordinal))
        && Parse(text).LastOrDefault(block => block is not LinkReferenceDefinitionGroup) is FencedCodeBlock { ClosingFencedCharCount: 0 } open
            ? new string(open.FencedChar, open.OpeningFencedCharCount)
            : null;

    private static MarkdownDocument Parse(string text) =>
        text.AsSpan().CountAny("\r\n") >= MostLines ? throw new TemplateException($"A message with a block of code has more than {MostLines} lines") :
        BoundedMarkdown.Blocks(text) ?? throw new TemplateException("The quotes and lists of the message are nested too deep");
}
