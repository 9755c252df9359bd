using YamlDotNet.Core;

namespace CommunityBot.RepositoryConfig.Yaml;

/// <summary>From a place in a text to the place in the file that the text stands in.</summary>
internal static class TextPlace
{
    /// <summary>
    /// The line and column in a file of a line and column in a value. Only a literal block (<c>|</c>) has the lines of its text; of any other text it is where the value begins.
    /// </summary>
    public static (int Line, int Column) Of(string file, YamlScalar value, int line, int column)
    {
        if (value.Style != ScalarStyle.Literal)
        {
            return (value.Line, value.Column);
        }

        // The text begins on the line after the "|", and each of its lines is at the end of one of the file, behind the indentation.
        var written = file.Split('\n').ElementAtOrDefault(value.Line + line - 1)?.TrimEnd('\r') ?? "";
        var shown = value.Text.Split('\n').ElementAtOrDefault(line - 1) ?? "";
        return (value.Line + line, Math.Max(written.Length - shown.Length, 0) + column);
    }
}
