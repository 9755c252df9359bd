using System.Globalization;
using System.Text;
using CommunityBot.GitHub;

namespace CommunityBot.RepositoryConfig.CheckRuns;

/// <summary>What the check of a config says.</summary>
public static class ConfigCheckRules
{
    /// <summary>Name of the check.</summary>
    public const string Name = "community-bot config";

    /// <summary><see href="https://docs.github.com/rest/checks/runs#create-a-check-run">GitHub takes 65,535 characters</see>; the rest is for what closes a section.</summary>
    private const int MostCharacters = 60_000;

    /// <summary>Characters of a value in the table: what is longer is a message, which is shown as it will be said.</summary>
    private const int MostOfValue = 120;

    /// <summary>Writes the check run.</summary>
    /// <param name="headSha">The commit.</param>
    /// <param name="file">The config at that commit; null if there is none.</param>
    /// <param name="effective">What is in force with it.</param>
    /// <param name="said">What will be said, by the moment's kind.</param>
    public static CheckRun Write(string headSha, ConfigFile? file, EffectiveConfig effective, IReadOnlyList<(string Kind, string Text)> said)
    {
        var problems = file?.Problems ?? [];
        var errors = problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        var title = file switch
        {
            null => "There is no config: the owner's and the defaults are in force",
            { IsRefused: true } => "The config is refused: what was in force before stays so",
            _ when errors > 0 => errors == 1 ? "1 problem; the rest of the config applies" : $"{errors} problems; the rest of the config applies",
            _ => "The config is good",
        };
        return new(
            headSha,
            Name,
            errors > 0 ? "failure" : "success",
            title,
            Summarize(problems, effective, said),
            [.. problems.Take(CheckRun.MostAnnotations).Select(Annotate)]);
    }

    private static CheckAnnotation Annotate(ConfigProblem problem) => new(
        RepositoryConfigs.Path,
        problem.Line,
        problem.Column,
        problem.Severity == ProblemSeverity.Error ? "failure" : "notice",
        problem.KeyPath.Length > 0 ? problem.KeyPath : "config",
        problem.Message);

    private static string Summarize(IReadOnlyList<ConfigProblem> problems, EffectiveConfig effective, IReadOnlyList<(string Kind, string Text)> said)
    {
        var summary = new StringBuilder();
        if (problems.Count > CheckRun.MostAnnotations)
        {
            summary.AppendLine(CultureInfo.InvariantCulture, $"The first {CheckRun.MostAnnotations} of {problems.Count} problems are annotated.\n");
        }

        summary.AppendLine("### What will be said\n");
        foreach (var (kind, text) in said)
        {
            Append(summary, $"**{kind}**\n\n> {text.ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal)}\n");
        }

        summary.AppendLine("### What is in force\n\n| key | value | from |\n| --- | --- | --- |");
        foreach (var value in effective.Values)
        {
            Append(summary, $"| `{value.KeyPath}` | {Code(value.Text)} | {From(value.Origin)} |");
        }

        return summary.ToString();
    }

    private static void Append(StringBuilder summary, string part)
    {
        if (summary.Length + part.Length <= MostCharacters)
        {
            summary.AppendLine(part);
        }
    }

    // In a table a bar ends the cell even within code, and a backtick the code.
    private static string Code(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal);
        return line.Length == 0 ? "" : $"`{(line.Length <= MostOfValue ? line : line[..MostOfValue].TrimEnd('\\') + "…")}`";
    }

    private static string From(ConfigOrigin origin) => origin switch
    {
        ConfigOrigin.RepositoryFile => "this file",
        ConfigOrigin.OwnerFile => $"the owner's `{RepositoryConfigs.OwnerRepository}` repository",
        ConfigOrigin.WelcomeBotFile => $"`{RepositoryConfigs.WelcomeBotPath}`",
        _ => "default",
    };
}
