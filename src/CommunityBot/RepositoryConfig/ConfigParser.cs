using CommunityBot.RepositoryConfig.Yaml;

namespace CommunityBot.RepositoryConfig;

/// <summary>Reads <c>.github/community-bot.yml</c>.</summary>
/// <param name="keys">What may be in it.</param>
public sealed class ConfigParser(ConfigKeys keys)
{
    /// <summary>Reads a file. Whatever is in it, what is valid of it counts, and each problem says where it is.</summary>
    public ConfigFile Parse(string text)
    {
        var document = YamlReader.Read(text, out var refusal);
        if (refusal is not null)
        {
            return ConfigFile.Refused(refusal);
        }

        var checker = new ConfigChecker(text);
        switch (document)
        {
            case null or YamlScalar { Kind: Keys.ScalarKind.Null }:
                break;
            case YamlMapping mapping:
                checker.Check(keys.Root, mapping, "");
                break;
            default:
                return ConfigFile.Refused(new(ProblemSeverity.Error, document.Line, document.Column, "", "The file is refused: it has to be keys with values, for example version: 1"));
        }

        return new(checker.Values, [.. checker.Problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)], IsRefused: false);
    }
}
