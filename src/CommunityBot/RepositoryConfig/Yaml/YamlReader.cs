using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CommunityBot.RepositoryConfig.Yaml;

/// <summary>
/// Reads the one document of a YAML file. What makes more of a file than it shows (aliases, tags, deep nesting) is refused before it is
/// followed: 322 bytes of aliases can stand for 33 million characters.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>Bytes of a file at most: a config that says everything has a tenth of it, and every text of it is read with each change.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>Lists and mappings inside each other at most; the config needs 6.</summary>
    private const int MostNesting = 10;

    private readonly string _text;

    private readonly Scanner _scanner;

    private readonly Parser _parser;

    private YamlReader(string text)
    {
        _text = text;
        _scanner = new(new StringReader(text), skipComments: true);
        _parser = new(_scanner);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="refusal">Why it is refused, or null.</param>
    /// <returns>The document; null if there is none, or the file is refused.</returns>
    public static YamlNode? Read(string text, out ConfigProblem? refusal)
    {
        refusal = null;
        try
        {
            Check(text);
            return new YamlReader(text.TrimStart('\uFEFF')).ReadFile();
        }
        catch (YamlException broken)
        {
            var message = broken.InnerException?.Message ?? broken.Message;
            refusal = new(ProblemSeverity.Error, (int)broken.Start.Line, (int)broken.Start.Column, "", $"The file is refused: {YamlComplaint.Explain(message)}");
            return null;
        }
    }

    private static void Check(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            throw new YamlException($"it has more than {MostBytes / 1024} KiB");
        }

        // https://yaml.org/spec/1.2.2/#51-character-set; to the library, a file may end at such a character.
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsControl(text[at]) && text[at] is not ('\t' or '\n' or '\r' or '\u0085'))
            {
                var before = text[..at];
                throw Refuse(new(at, before.Count(letter => letter == '\n') + 1, at - before.LastIndexOf('\n')), "there is a control character in it");
            }
        }
    }

    private YamlNode? ReadFile()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlException) when (IsAtTabOfIndentation())
        {
            // The library says so of the mapping around it, which may begin far above.
            throw Refuse(_scanner.CurrentPosition, "this line is indented with a tab, and YAML wants spaces");
        }
        catch (Exception fault) when (fault is not YamlException)
        {
            // Some of what is no YAML (a tag that is no address, content behind "...") the library answers with exceptions of many other kinds.
            throw Refuse(_parser.Current?.End ?? Mark.Empty, "it is no YAML");
        }
    }

    private bool IsAtTabOfIndentation()
    {
        var before = _text.AsSpan(0, (int)Math.Min(_scanner.CurrentPosition.Index, _text.Length));
        return before.Length < _text.Length && _text[before.Length] == '\t' && before[(before.LastIndexOfAny('\n', '\r') + 1)..].Trim(' ').IsEmpty;
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(nesting: 0);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<StreamEnd>(out _) ? root : throw Refuse(_parser.Current!.Start, "it has more than one document");
    }

    private YamlNode ReadNode(int nesting)
    {
        if (_parser.Accept<AnchorAlias>(out var alias))
        {
            throw Refuse(alias.Start, "aliases are not allowed");
        }

        var start = _parser.Accept<NodeEvent>(out var node) ? node.Start : throw Refuse(_parser.Current!.Start, "a value is missing");
        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
        {
            throw Refuse(start, node.Anchor.IsEmpty ? "tags are not allowed" : "anchors are not allowed");
        }

        var (line, column) = ((int)start.Line, (int)start.Column);
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlScalar(scalar.Value, scalar.Style, line, column);
        }

        if (nesting == MostNesting)
        {
            throw Refuse(start, $"it is nested deeper than {MostNesting}");
        }

        return _parser.TryConsume<SequenceStart>(out _)
            ? new YamlList([.. ReadItems(nesting + 1)], line, column)
            : new YamlMapping([.. ReadEntries(nesting + 1)], line, column);
    }

    private IEnumerable<YamlNode> ReadItems(int nesting)
    {
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            yield return ReadNode(nesting);
        }
    }

    private IEnumerable<(YamlScalar Key, YamlNode Value)> ReadEntries(int nesting)
    {
        _parser.Consume<MappingStart>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(nesting);
            yield return key is YamlScalar name
                ? (name, ReadNode(nesting))
                : throw Refuse(new(0, key.Line, key.Column), YamlComplaint.KeyOfKeys);
        }
    }

    private static YamlException Refuse(Mark at, string why) => new(at, at, why);
}
