using CommunityBot.RepositoryConfig.Yaml;

namespace CommunityBot.RepositoryConfig;

/// <summary>Reads <c>.github/community-bot.yml</c>.</summary>
/// <param name="keys">What may be in it.</param>
public sealed class ConfigParser(ConfigKeys keys)
{
    /// <summary>Problems that are listed at most: who has as many will not read more.</summary>
    private const int MostProblems = 100;

    /// <summary>Reads a file. Whatever is in it, what is valid of it counts, and each problem says where it is.</summary>
    public ConfigFile Parse(string text)
    {
        var document = YamlReader.Read(text, out var refusal);
        if (refusal is not null)
        {
            return ConfigFile.Refused(refusal);
        }

        var checker = new ConfigChecker(text, keys);
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

        return new(checker.Values, Listed(checker.Problems), IsRefused: false);
    }

    private static List<ConfigProblem> Listed(IEnumerable<ConfigProblem> found)
    {
        List<ConfigProblem> problems = [.. found.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
        if (problems.Count <= MostProblems)
        {
            return problems;
        }

        var (listed, rest) = (problems[..MostProblems], problems[MostProblems..]);
        return [.. listed, new(rest.Max(problem => problem.Severity), rest[0].Line, rest[0].Column, "", $"There are {rest.Count} more problems from here on")];
    }
}
