using System.CommandLine;

namespace CommunityBot.Cli;

/// <summary><c>communitybot validate FILE…</c>: says what is wrong with configs, as compilers do: <c>FILE:LINE:COLUMN: message</c>.</summary>
public static class ValidateCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Build()
    {
        var files = new Argument<string[]>("FILE") { Description = "A config, for example .github/community-bot.yml.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("validate", "Says what is wrong with configs of repositories. Needs no account and no network.") { files };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(files), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> RunAsync(IEnumerable<string> paths, TextWriter output)
    {
        var keys = LocalConfigFile.Keys();
        var result = CommandLine.Done;
        foreach (var path in paths)
        {
            if (await LocalConfigFile.ReadAsync(path, keys, output) is not { IsValid: true })
            {
                result = CommandLine.Problems;
            }
        }

        return result;
    }
}
