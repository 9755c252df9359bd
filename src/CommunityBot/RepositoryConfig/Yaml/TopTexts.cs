using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CommunityBot.RepositoryConfig.Yaml;

/// <summary>
/// Reads the texts that stand at the top of a YAML file, and passes over all else in its first document: anchors, tags, nesting. No alias is followed, so nothing grows.
/// </summary>
internal sealed class TopTexts
{
    /// <summary>Lists and mappings inside each other at most: the library's work grows with the depth of each of them.</summary>
    private const int MostNesting = 200;

    private readonly Parser _parser;

    private TopTexts(string text) => _parser = new(new Scanner(new StringReader(text), skipComments: true));

    /// <summary>The texts with their keys, in the order in which they are written; none if the file is no YAML, no mapping, or larger than a config may be.</summary>
    public static IReadOnlyList<(string Key, string Text)> Read(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > YamlReader.MostBytes)
        {
            return [];
        }

        try
        {
            return new TopTexts(text.TrimStart('\uFEFF')).ReadDocument();
        }
        catch (Exception)
        {
            // What is no YAML the library answers with exceptions of many kinds.
            return [];
        }
    }

    private List<(string Key, string Text)> ReadDocument()
    {
        var texts = new List<(string Key, string Text)>();
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _) || !_parser.TryConsume<MappingStart>(out _))
        {
            return texts;
        }

        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var (key, value) = (ReadText(), ReadText());
            if (key is not null && value is not null)
            {
                texts.Add((key, value));
            }
        }

        return texts;
    }

    private string? ReadText()
    {
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlScalar(scalar.Value, scalar.Style, 0, 0).Kind == Keys.ScalarKind.Text ? scalar.Value : null;
        }

        Skip();
        return null;
    }

    private void Skip()
    {
        var nesting = 0;
        do
        {
            nesting += _parser.Consume<ParsingEvent>().NestingIncrease;
            if (nesting > MostNesting)
            {
                throw new YamlException($"it is nested deeper than {MostNesting}");
            }
        }
        while (nesting > 0);
    }
}
