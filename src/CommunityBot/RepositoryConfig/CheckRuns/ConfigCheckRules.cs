using System.Globalization;
using System.Text;
using CommunityBot.GitHub;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.RepositoryConfig.CheckRuns;

/// <summary>What the check of a config says.</summary>
public static class ConfigCheckRules
{
    /// <summary>Name of the check.</summary>
    public const string Name = "community-bot config";

    /// <summary><see href="https://docs.github.com/rest/checks/runs#create-a-check-run">GitHub takes 65,535 characters</see>; the rest is for what closes a section.</summary>
    private const int MostCharacters = 60_000;

    /// <summary>Problems that are listed above everything else: as many as are read at a glance.</summary>
    private const int MostListed = 10;

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
        AppendProblems(summary, file?.Problems ?? []);
        var mode = effective.Get<GeneralSettings>().Mode;
        summary.AppendLine(CultureInfo.InvariantCulture, $"### {Heading(mode, samples)}\n");
        if (mode != BotMode.Off)
        {
            summary.AppendLine("People, titles and numbers in it are examples.\n");
            AppendAll(summary, samples.Where(sample => !sample.IsBuiltIn).Select(Quote));
            Fold(summary, "The built-in texts", samples.Where(sample => sample.IsBuiltIn).Select(Quote));
        }

        const string Columns = "| key | value | from |\n| --- | --- | --- |";
        var (own, defaults) = (effective.Values.Where(value => value.Origin != ConfigOrigin.Default), effective.Values.Where(value => value.Origin == ConfigOrigin.Default));
        summary.AppendLine("### What is in force\n");
        AppendAll(summary, own.Select(value => Row(value, file)) is var rows && rows.Any() ? rows.Prepend(Columns) : ["Nothing but the defaults."]);
        summary.AppendLine();
        Fold(summary, "The defaults", defaults.Select(value => Row(value, file)).Prepend(Columns));
        return summary.ToString();
    }

    // GitHub shows annotations below everything else, so that nobody sees them first.
    private static void AppendProblems(StringBuilder summary, IReadOnlyList<ConfigProblem> problems)
    {
        if (problems.Count == 0)
        {
            return;
        }

        summary.AppendLine("### What is wrong\n");
        AppendAll(summary, problems.Take(MostListed).Select(problem => $"- line {problem.Line}: {InertText.Of(problem.Message)}"));
        var annotated = Math.Min(problems.Count, CheckRun.MostAnnotations);
        if (problems.Count > MostListed)
        {
            summary.AppendLine(CultureInfo.InvariantCulture, $"- and more: the first {annotated} of {problems.Count} problems are annotated");
        }

        summary.AppendLine();
    }

    private static string Quote(MomentSample sample) =>
        $"**{sample.Setting}**{When(sample)}\n\n> {sample.Text.ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal)}\n";

    private static string Row(EffectiveValue value, ConfigFile? file) =>
        $"| `{value.KeyPath}` | {Code(value.Text).Replace("|", "\\|", StringComparison.Ordinal)} | {From(value.Origin, file)} |";

    private static void Fold(StringBuilder summary, string title, IEnumerable<string> parts)
    {
        if (parts.Any())
        {
            summary.AppendLine(CultureInfo.InvariantCulture, $"<details><summary>{title}</summary>\n");
            AppendAll(summary, parts);
            summary.AppendLine("\n</details>\n");
        }
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

    private static void AppendAll(StringBuilder summary, IEnumerable<string> parts)
    {
        foreach (var part in parts.Where(part => summary.Length + part.Length <= MostCharacters))
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
