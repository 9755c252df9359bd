using System.Text.RegularExpressions;
using CommunityBot.RepositoryConfig.Keys;
using YamlDotNet.Core;

namespace CommunityBot.RepositoryConfig.Yaml;

/// <summary>A single value.</summary>
internal sealed partial record YamlScalar(string Text, ScalarStyle Style, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>What it is by <see href="https://yaml.org/spec/1.2.2/#103-core-schema">the core schema of YAML 1.2</see>, by which editors and JSON Schema see it, too.</summary>
    public ScalarKind Kind =>
        Style != ScalarStyle.Plain ? ScalarKind.Text
        : NullText().IsMatch(Text) ? ScalarKind.Null
        : BooleanText().IsMatch(Text) ? ScalarKind.Boolean
        : IntegerText().IsMatch(Text) ? ScalarKind.Integer
        : NumberText().IsMatch(Text) ? ScalarKind.Number
        : ScalarKind.Text;

    [GeneratedRegex(@"\A(?:null|Null|NULL|~)?\z")]
    private static partial Regex NullText();

    [GeneratedRegex(@"\A(?:true|True|TRUE|false|False|FALSE)\z")]
    private static partial Regex BooleanText();

    [GeneratedRegex(@"\A(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\z")]
    private static partial Regex IntegerText();

    [GeneratedRegex(@"\A(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z")]
    private static partial Regex NumberText();
}
