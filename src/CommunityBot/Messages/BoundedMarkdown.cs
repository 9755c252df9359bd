using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace CommunityBot.Messages;

/// <summary>Markdown as people write it, read in little time whatever it is: what nests deeper than anybody writes is not read.</summary>
internal static partial class BoundedMarkdown
{
    private static readonly MarkdownPipeline OnlyBlocks = WithoutInlines();

    /// <summary>The blocks of a text, without what is in their lines; null if quotes and lists are nested deeper than Markdown is read.</summary>
    public static MarkdownDocument? Blocks(string text) => Parse(text, OnlyBlocks);

    /// <summary>What a text is made of; null if it is nested deeper than Markdown is read.</summary>
    public static MarkdownDocument? Parse(string text, MarkdownPipeline pipeline)
    {
        try
        {
            return ManyContainers().IsMatch(text) ? null : Markdown.Parse(text, pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Reading a line costs the square of the quotes and lists that begin in it: ten thousand of them took half a second. Nobody writes as many as these in one line. Markdown has lines that
    // end with a carriage return alone, of which ^ knows nothing.
    [GeneratedRegex(@"(?:^|\r)[ \t]*(?:(?:>|[-+*][ \t]|[0-9]{1,9}[.)][ \t])[ \t]*){20}", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ManyContainers();

    private static MarkdownPipeline WithoutInlines()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.Clear();
        return builder.Build();
    }
}
