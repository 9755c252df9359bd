using System.Text.RegularExpressions;
using CommunityBot.Messages;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace CommunityBot.Commands;

/// <summary>The lines of a comment that may be commands: those that begin with a slash and are shown so, outside code, quotes and what is hidden.</summary>
public static partial class CommandLines
{
    /// <summary>Units of a comment at most; a longer one is not of GitHub, <see href="https://docs.github.com/rest/issues/comments">which takes 65,536 characters</see> of up to two units.</summary>
    private const int MostUnits = 2 * 65_536;

    /// <summary>Marks of code, HTML and links in a paragraph at most. Each may be looked at to the paragraph's end, and no paragraph of a person has as many.</summary>
    private const int MostMarks = 500;

    private static readonly MarkdownPipeline InParagraphs = OnlyWhatHides();

    /// <summary>All of them, in order.</summary>
    /// <param name="body">The comment, in Markdown.</param>
    public static IReadOnlyList<CommandLine> Of(string? body) =>
        body is { Length: <= MostUnits } && body.Contains('/', StringComparison.Ordinal) && BoundedMarkdown.Blocks(body) is { } document
            ? [.. document.Descendants<LeafBlock>().Where(MayHave).SelectMany(block => In(body, block.Span)).Select(Read).OfType<CommandLine>()]
            : [];

    /// <summary>Those that an edit added, in order: a line counts as often as it is there.</summary>
    /// <param name="body">The comment by now.</param>
    /// <param name="formerBody">The comment before the edit.</param>
    public static IReadOnlyList<CommandLine> New(string? body, string? formerBody)
    {
        var former = Of(formerBody).CountBy(Words).ToDictionary();
        return [.. Of(body).Where(line => !(former.GetValueOrDefault(Words(line)) > 0 && former[Words(line)]-- > 0))];
    }

    private static (string Name, string Arguments) Words(CommandLine line) => (line.Name, line.Arguments);

    private static bool MayHave(LeafBlock block) => block is ParagraphBlock or HeadingBlock && !IsQuoted(block);

    private static bool IsQuoted(Block block)
    {
        for (var around = block.Parent; around is not null; around = around.Parent)
        {
            if (around is QuoteBlock)
            {
                return true;
            }
        }

        return false;
    }

    // In quotes the source has marks of theirs; elsewhere what stands before a line of a paragraph is space, but for the first of a list's item and of a heading.
    private static IEnumerable<string> In(string body, SourceSpan span)
    {
        if (span.Start < 0 || span.End >= body.Length || span.Length <= 0)
        {
            return [];
        }

        var lineStart = body.AsSpan(0, span.Start).LastIndexOfAny('\r', '\n') + 1;
        var text = body[lineStart..(span.End + 1)];
        return SlashAtLineStart().IsMatch(text) && text.AsSpan().Count('`') + text.AsSpan().Count('<') + text.AsSpan().Count('[') <= MostMarks
            && BoundedMarkdown.Parse(text, InParagraphs) is { } paragraph
            ? paragraph.Descendants<SlashInline>().Select(slash => slash.Words)
            : [];
    }

    private static CommandLine? Read(string line) =>
        Command().Match(line) is { Success: true } found ? new(found.Groups["name"].Value.ToLowerInvariant(), found.Groups["arguments"].Value, line) : null;

    private static MarkdownPipeline OnlyWhatHides()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.RemoveAll(parser => parser is not ParagraphBlockParser);
        builder.InlineParsers.RemoveAll(parser => parser is not (CodeInlineParser or AutolinkInlineParser or EscapeInlineParser or LinkInlineParser or LineBreakInlineParser));
        builder.InlineParsers.Add(new SlashInlineParser());
        return builder.Build();
    }

    [GeneratedRegex(@"(?:\A|[\r\n])[ \t]*/", RegexOptions.NonBacktracking)]
    private static partial Regex SlashAtLineStart();

    [GeneratedRegex(@"\A/(?<name>[A-Za-z][A-Za-z0-9-]{0,39})(?:[ \t]+(?<arguments>.*))?\z", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Command();
}
