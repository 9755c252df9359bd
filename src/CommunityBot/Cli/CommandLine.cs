using System.CommandLine;
using CommunityBot.Cli.Deliveries;

namespace CommunityBot.Cli;

/// <summary>The command line: which command, and its exit code.</summary>
public static class CommandLine
{
    /// <summary>Exit code: done.</summary>
    public const int Done = 0;

    /// <summary>Exit code: problems were found, and printed.</summary>
    public const int Problems = 1;

    /// <summary>Exit code: the command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Runs what the arguments say and returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        // Everything that serving takes are operator settings, which the configuration reads by itself.
        if (args is [] || (args is [['-', ..] first, ..] && !IsAboutUs(first)))
        {
            return await ServeCommand.RunAsync(args);
        }

        if (args is ["serve", .. var settings] && !settings.Any(IsAboutUs))
        {
            return await ServeCommand.RunAsync(settings);
        }

        var (words, own) = StorageCommand.Names.Contains(args[0]) ? ServeArguments.Split(args) : (args, []);
        var parsed = Root(own).Parse(words is ["help", .. var about] ? [.. about, "--help"] : words);
        List<string> problems = [.. UnknownOptions.FindProblems(parsed)];
        if (problems.Count == 0)
        {
            problems.AddRange(parsed.Errors.Select(error => error.Message));
        }

        if (problems.Count > 0)
        {
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync(problem);
            }

            await Console.Error.WriteLineAsync("Try communitybot --help.");
            return Usage;
        }

        return await parsed.InvokeAsync();
    }

    /// <summary>Describes all of it.</summary>
    /// <param name="settings">Operator settings for the commands that take some.</param>
    internal static RootCommand Root(params string[] settings)
    {
        var root = new RootCommand("Welcomes newcomers to open source projects, thanks people for what they do, finds mentors, and reminds whoever a pull request waits for.")
        {
            ServeCommand.Build(),
            ValidateCommand.Build(),
            PreviewCommand.Build(),
            DeliveriesCommand.Build(settings),
            MigrateCommand.Build(settings),
            BackupCommand.Build(settings),
        };

        // With an action of its own it does not ask for a command when what was given is none.
        root.SetAction(_ => Done);
        return root;
    }

    private static bool IsAboutUs(string argument) => argument is "--help" or "-h" or "-?" or "--version";
}
