using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace CommunityBot.Commands;

/// <summary>A line that is shown beginning with a slash.</summary>
/// <param name="words">The line, without the space around it.</param>
internal sealed class SlashInline(string words) : LeafInline
{
    /// <summary>The line, without the space around it.</summary>
    public string Words { get; } = words;
}

/// <summary>Finds slashes with which lines begin. What others take for code, for HTML or for an address, this one is never asked about.</summary>
internal sealed class SlashInlineParser : InlineParser
{
    public SlashInlineParser() => OpeningCharacters = ['/'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!BeginsLine(slice))
        {
            return false;
        }

        var rest = slice.AsSpan();
        var end = rest.IndexOfAny('\r', '\n');
        processor.Inline = new SlashInline((end < 0 ? rest : rest[..end]).Trim().ToString());
        slice.SkipChar();
        return true;
    }

    private static bool BeginsLine(StringSlice slice)
    {
        var before = slice.Start - 1;
        while (before >= 0 && slice.Text[before] is ' ' or '\t')
        {
            before--;
        }

        return before < 0 || slice.Text[before] is '\r' or '\n';
    }
}
