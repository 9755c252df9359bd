using CommunityBot.RepositoryConfig.Keys;
using CommunityBot.RepositoryConfig.Yaml;
using YamlDotNet.Core;

namespace CommunityBot.RepositoryConfig;

/// <summary>What a problem adds to what is wrong: what was probably meant, and how it is written.</summary>
internal static class ProblemHints
{
    /// <summary>What <see href="https://yaml.org/type/bool.html">YAML 1.1</see> took for true, and many still do.</summary>
    private static readonly string[] Yes = ["yes", "on", "y"];

    private static readonly string[] No = ["no", "off", "n"];

    /// <summary>About a value that is of the wrong kind; empty if there is nothing to add.</summary>
    public static string OfValue(ConfigType type, YamlNode value)
    {
        if (type is not ScalarType expected || value is not YamlScalar written)
        {
            return "";
        }

        if (Meant(expected, written.Text) is { } meant)
        {
            return $"; did you mean {meant}?";
        }

        var bare = written with { Style = ScalarStyle.Plain };
        return expected.Kind != ScalarKind.Text && written.Kind == ScalarKind.Text && bare.Kind == expected.Kind ? "; write it without quotes"
            : expected is { Kind: ScalarKind.Text, Allowed: null } && written.Kind is ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Number ? "; a text that looks like that needs quotes"
            : "";
    }

    /// <summary>About a key that is not among those of a mapping.</summary>
    public static string OfKey(MappingType type, string? nearest) =>
        nearest is not null ? $"did you mean {nearest}?" : $"there are {string.Join(", ", type.Keys.Where(key => !key.IsPlanned).Select(key => key.Name))}";

    private static string? Meant(ScalarType expected, string text) =>
        expected.Suggest is { } suggest ? suggest(text)
        : expected.Kind != ScalarKind.Boolean ? NearestName.Of(text, expected.Allowed ?? [])
        : Yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? "true"
        : No.Contains(text, StringComparer.OrdinalIgnoreCase) ? "false"
        : null;
}
