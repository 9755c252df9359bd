using CommunityBot.Commands;
using CsCheck;

namespace CommunityBot.Tests.Commands;

public sealed class CommandLinesProperties
{
    private static readonly Gen<string> Line =
        from name in Gen.OneOf("claim", "thanks", "not-yet", "AWAY")
        from arguments in Gen.OneOf("", " @alice", " until 2026-12-31", " for the fix & more")
        select $"/{name}{arguments}";

    private static readonly Gen<(string Text, string[] Lines)> Shown = Gen.OneOf(
        Line.Select(line => (line, new[] { line })),
        Line.Array[2, 4].Select(lines => (string.Join('\n', lines), lines)),
        Line.Select(line => ($"Some words.\n{line}\nMore words.", new[] { line })),
        Line.Select(line => ($"- an item\n- another\n\n  {line}", new[] { line })));

    private static readonly Gen<(string Text, string[] Lines)> Hidden =
        from line in Line
        from wrap in Gen.OneOf<Func<string, string>>(
            text => $"```\n{text}\n```",
            text => $"~~~~text\n```\n{text}\n~~~~",
            text => $"    {text}",
            text => $"> {text}",
            text => $"> words\n{text}",
            text => $"<!--\n{text}\n-->",
            text => $"<!-- {text} -->",
            text => $"<div>\n{text}\n</div>",
            text => $"words `code\n{text}\nends`",
            text => $"words <!-- hidden\n{text}\n-->",
            text => $"words {text}",
            text => $"- {text}",
            text => $"`{text}`")
        select (wrap(line), Array.Empty<string>());

    private static readonly Gen<string> Nasty = Gen.OneOf(
        Gen.OneOf(
            "/claim", "\n", "\r\n", "\n\n", "`", "``", "```", "~~~", "<!--", "-->", "<a ", "<?", "<![CDATA[", "]]>", "<pre>", ">", "> ", "- ", "1. ", "[", "]", "](", "]: ", "\"", "'", "(", "\\",
            "    ", "\t", "&", "*", "_", "=", "---", "\0", "\u2028", "é", "😀", "|", "!["),
        Gen.String);

    /// <summary>Indented code would go on with the list that is before it, so what is hidden and what is shown are kept apart by a line of its own.</summary>
    [Fact]
    public void Commands_are_those_that_are_shown_and_no_others() =>
        Gen.OneOf(Shown, Hidden).Array[0, 8].Sample(pieces =>
        {
            var body = string.Join("\n\n---\n\n", pieces.Select(piece => piece.Text));

            Assert.Equal(pieces.SelectMany(piece => piece.Lines), CommandLines.Of(body).Select(line => line.Line));
        });

    [Fact]
    public void An_edit_that_adds_what_is_shown_adds_its_lines() =>
        Gen.Select(Shown.Array[0, 4], Shown, Gen.Int[0, 4]).Sample((pieces, added, place) =>
        {
            List<string> texts = [.. pieces.Select(piece => piece.Text)];
            var before = string.Join("\n\n---\n\n", texts);
            texts.Insert(Math.Min(place, texts.Count), added.Text);

            Assert.Equal(
                added.Lines.Select(line => line.ToUpperInvariant()).Order(StringComparer.Ordinal),
                CommandLines.New(string.Join("\n\n---\n\n", texts), before).Select(line => line.Line.ToUpperInvariant()).Order(StringComparer.Ordinal));
            Assert.Empty(CommandLines.New(before, before));
        });

    [Fact]
    public void Nothing_that_anybody_writes_throws() =>
        Nasty.Array[0, 200].Sample(parts =>
        {
            var body = string.Concat(parts);

            // https://spec.commonmark.org/0.31.2/#insecure-characters
            var read = body.Replace('\0', '\uFFFD');
            Assert.All(CommandLines.Of(body), line => Assert.Contains(line.Line, read, StringComparison.Ordinal));
        });

    [Fact]
    public void Nothing_that_anybody_repeats_takes_long_or_throws() =>
        Gen.Select(Nasty.Array[1, 6], Gen.Int[1, 65_536]).Sample(
            (parts, length) =>
            {
                var part = string.Concat(parts);
                var body = part.Length == 0 ? "" : string.Concat(Enumerable.Repeat(part, (length / part.Length) + 1));

                CommandLines.Of($"/claim\n{body}\n/claim");
            },
            iter: 200);
}
