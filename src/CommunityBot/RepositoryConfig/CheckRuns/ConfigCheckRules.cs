using System.Globalization;
using System.Text;
using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig.Settings;

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
    /// <param name="samples">What is said of the moments that are wanted.</param>
    public static CheckRun Write(string headSha, ConfigFile? file, EffectiveConfig effective, IReadOnlyList<MomentSample> samples)
    {
        var problems = file?.Problems ?? [];
        var errors = problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        var title = file switch
        {
            null => $"There is no config: {InForce(effective)}",
            { IsRefused: true } => $"The config is refused: {InForce(effective)}",
            _ when errors > 0 => errors == 1 ? "1 problem; the rest of the config applies" : $"{errors} problems; the rest of the config applies",
            _ => "The config is good",
        };
        return new(
            headSha,
            Name,
            errors > 0 ? "failure" : "success",
            title,
            Summarize(file, effective, samples),
            [.. problems.Take(CheckRun.MostAnnotations).Select(Annotate)]);
    }

    private static CheckAnnotation Annotate(ConfigProblem problem) => new(
        RepositoryConfigs.Path,
        problem.Line,
        problem.Column,
        problem.Severity == ProblemSeverity.Error ? "failure" : "notice",
        problem.KeyPath.Length > 0 ? problem.KeyPath : "config",
        problem.Message);

    // Without a file that counts: one that is refused leaves in force what it said before, if it ever said anything.
    private static string InForce(EffectiveConfig effective)
    {
        var origins = effective.Values.Select(value => value.Origin).ToHashSet();
        return origins.Contains(ConfigOrigin.RepositoryFile) ? "its last good version stays in force"
            : origins.Contains(ConfigOrigin.OwnerFile) ? "the owner's and the defaults are in force"
            : origins.Contains(ConfigOrigin.WelcomeBotFile) ? $"{RepositoryConfigs.WelcomeBotPath} and the defaults are in force"
            : "the defaults are in force";
    }

    private static string Summarize(ConfigFile? file, EffectiveConfig effective, IReadOnlyList<MomentSample> samples)
    {
        var summary = new StringBuilder();
        if (file?.Problems.Count > CheckRun.MostAnnotations)
        {
            summary.AppendLine(CultureInfo.InvariantCulture, $"The first {CheckRun.MostAnnotations} of {file.Problems.Count} problems are annotated.\n");
        }

        var mode = effective.Get<GeneralSettings>().Mode;
        summary.AppendLine(CultureInfo.InvariantCulture, $"### {Heading(mode, samples)}\n");
        foreach (var sample in mode == BotMode.Off ? [] : samples)
        {
            Append(summary, $"**{sample.Kind}**{When(sample)}\n\n> {sample.Text.ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal)}\n");
        }

        summary.AppendLine("### What is in force\n\n| key | value | from |\n| --- | --- | --- |");
        foreach (var value in effective.Values)
        {
            Append(summary, $"| `{value.KeyPath}` | {Code(value.Text).Replace("|", "\\|", StringComparison.Ordinal)} | {From(value.Origin, file)} |");
        }

        return summary.ToString();
    }

    private static string Heading(BotMode mode, IReadOnlyList<MomentSample> samples) => mode switch
    {
        BotMode.Off => "Nothing is said: `mode` is `off`",
        _ when samples.Count == 0 => "Nothing is said: every moment is switched off",
        BotMode.Observe => "Nothing is posted: `mode` is `observe`. This is recorded",
        _ => "What will be said",
    };

    private static string When(MomentSample sample) =>
        sample.IsRest ? " otherwise"
        : sample.Conditions.Count == 0 ? ""
        : $" where {string.Join(" and ", sample.Conditions.Select(condition => $"`{condition.Key}` is {Code(condition.Value)}"))}";

    private static void Append(StringBuilder summary, string part)
    {
        if (summary.Length + part.Length <= MostCharacters)
        {
            summary.AppendLine(part);
        }
    }

    // Even within code, a backtick ends it; and in a table a bar the cell.
    private static string Code(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace('`', '\'');
        return line.Length == 0 ? "" : $"`{(line.Length <= MostOfValue ? line : line[..MostOfValue] + "…")}`";
    }

    private static string From(ConfigOrigin origin, ConfigFile? file) => origin switch
    {
        ConfigOrigin.RepositoryFile => file is { IsRefused: true } ? "the last good version of this file" : "this file",
        ConfigOrigin.OwnerFile => $"the owner's `{RepositoryConfigs.OwnerRepository}` repository",
        ConfigOrigin.WelcomeBotFile => $"`{RepositoryConfigs.WelcomeBotPath}`",
        _ => "default",
    };
}
