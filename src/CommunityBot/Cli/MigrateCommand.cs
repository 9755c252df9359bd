using System.CommandLine;
using CommunityBot.Storage;

namespace CommunityBot.Cli;

/// <summary><c>communitybot migrate</c>: makes the tables, or brings them up to date, as the service does when it starts.</summary>
public static class MigrateCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "migrate";

    /// <summary>Describes the command.</summary>
    public static Command Build(IReadOnlyList<string> settings)
    {
        var command = new Command(Name, $"Makes the tables, or brings them up to date, as the service does when it starts. {StorageCommand.TakesSettings}");
        command.SetAction((parsed, cancellationToken) => StorageCommand.RunAsync(settings, parsed, database => RunAsync(database, parsed.InvocationConfiguration.Output, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(Database database, TextWriter output, CancellationToken cancellationToken)
    {
        var done = await database.MigrateAsync(cancellationToken);
        foreach (var migration in done)
        {
            await output.WriteLineAsync($"Applied {migration}.");
        }

        await output.WriteLineAsync(done.Count == 0 ? "The tables are up to date; nothing was changed." : "The tables are up to date.");
        return CommandLine.Done;
    }
}
