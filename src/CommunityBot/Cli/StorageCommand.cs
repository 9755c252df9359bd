using System.CommandLine;
using CommunityBot.Hosting;
using CommunityBot.Storage;

namespace CommunityBot.Cli;

/// <summary>What commands on the database have in common: they take operator settings, as the service does, and tell in one line what keeps them from it.</summary>
internal static class StorageCommand
{
    /// <summary>The commands.</summary>
    public static readonly string[] Names = [Deliveries.DeliveriesCommand.Name, MigrateCommand.Name, BackupCommand.Name];

    /// <summary>The end of what each says about itself.</summary>
    public const string TakesSettings = "Finds the database as the service does: Storage:Provider and ConnectionStrings:CommunityBot in appsettings.json, in the environment, or here as --KEY VALUE.";

    /// <summary>Does something with the database that the settings name, and returns the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> settings, ParseResult parsed, Func<Database, Task<int>> work)
    {
        var error = parsed.InvocationConfiguration.Error;
        if (ServeArguments.FindProblem(settings) is { } problem)
        {
            await error.WriteLineAsync(problem.Line);
            return problem.ExitCode;
        }

        try
        {
            if (OperatorSettings.ReadStorage(ServeCommand.Begin(settings).Configuration, out var problems) is not { } storage)
            {
                foreach (var line in problems)
                {
                    await error.WriteLineAsync(line);
                }

                return CommandLine.Problems;
            }

            await using var database = StorageRegistration.Create(storage);
            return await work(database);
        }
        catch (Exception fault) when (StartProblem.Is(fault))
        {
            await error.WriteLineAsync(StartProblem.Describe(fault));
            return CommandLine.Problems;
        }
    }
}
