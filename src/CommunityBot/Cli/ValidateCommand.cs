using System.CommandLine;

namespace CommunityBot.Cli;

/// <summary><c>communitybot validate FILE…</c>: says what is wrong with configs, as compilers do: <c>FILE:LINE:COLUMN: message</c>. What is good is told to people alone.</summary>
public static class ValidateCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Build()
    {
        var files = new Argument<string[]>("FILE") { Description = "A config, for example .github/community-bot.yml; - for the standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<ReportFormat>("--format")
        {
            Description = "How problems are printed: human, json, sarif (for code scanning) or github (for a workflow).",
            HelpName = "FORMAT",
        };
        format.AcceptOnlyFromAmong([.. Enum.GetNames<ReportFormat>().Select(name => name.ToLowerInvariant())]);
        var command = new Command("validate", "Says what is wrong with configs of repositories. Needs no account and no network.") { files, format };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(files), parsed.GetValue(format), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> RunAsync(IEnumerable<string> paths, ReportFormat format, TextWriter output)
    {
        var keys = LocalConfigFile.Keys();
        var (problems, valid) = (new List<LocalProblem>(), true);
        foreach (var path in paths)
        {
            var file = await LocalConfigFile.ReadAsync(path, keys);
            problems.AddRange(file.Problems.Select(problem => new LocalProblem(path, problem)));
            valid &= file.IsValid;
            if (format == ReportFormat.Human && file.Problems.Count == 0)
            {
                await output.WriteLineAsync($"{path}: good");
            }
        }

        if (ProblemReport.Of(problems, format) is { Length: > 0 } report)
        {
            await output.WriteLineAsync(report);
        }

        return valid ? CommandLine.Done : CommandLine.Problems;
    }
}
