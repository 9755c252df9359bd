using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace CommunityBot.Messages;

/// <summary>Fences of code that are opened and not closed: whatever follows, the hidden marker too, would be shown as code.</summary>
internal static partial class CodeFence
{
    private const string TooDeep = "The quotes and lists of the message are nested too deep.";

    private static readonly MarkdownPipeline Blocks = OnlyBlocks();

    /// <summary>The line that closes the fence which is open where a text ends, or null if none is. One in a list or a quote ends with it.</summary>
    /// <exception cref="TemplateException">Quotes and lists are nested deeper than Markdown is read.</exception>
    public static string? Missing(string text) =>
        (text.Contains("```", StringComparison.Ordinal) || text.Contains("~~~", StringComparison.Ordinal))
        && Parse(text).LastOrDefault(block => block is not LinkReferenceDefinitionGroup) is FencedCodeBlock { ClosingFencedCharCount: 0 } open
            ? new string(open.FencedChar, open.OpeningFencedCharCount)
            : null;

    private static MarkdownDocument Parse(string text)
    {
        if (ManyContainers().IsMatch(text))
        {
            throw new TemplateException(TooDeep);
        }

        try
        {
            return Markdown.Parse(text, Blocks);
        }
        catch (ArgumentException)
        {
            throw new TemplateException(TooDeep);
        }
    }

    // Reading a line costs the square of the quotes and lists that begin in it: ten thousand of them took half a second. Nobody writes as many as these in one line.
    [GeneratedRegex(@"^[ \t]*(?:(?:>|[-+*][ \t]|[0-9]{1,9}[.)][ \t])[ \t]*){20}", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ManyContainers();

    private static MarkdownPipeline OnlyBlocks()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.Clear();
        return builder.Build();
    }
}
