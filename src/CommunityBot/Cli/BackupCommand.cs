using System.CommandLine;
using CommunityBot.Storage;

namespace CommunityBot.Cli;

/// <summary><c>communitybot backup FILE</c>: copies the database while the service works on it.</summary>
public static class BackupCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "backup";

    /// <summary>Describes the command.</summary>
    public static Command Build(IReadOnlyList<string> settings)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; there must be none of that name." };
        var command = new Command(Name, $"Copies a SQLite database, also while the service works on it, and checks that the copy is whole. {StorageCommand.TakesSettings}") { file };
        command.SetAction((parsed, cancellationToken) => StorageCommand.RunAsync(
            settings, parsed, database => RunAsync(database, parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(Database database, string file, TextWriter output, CancellationToken cancellationToken)
    {
        await database.BackUpAsync(file, cancellationToken);
        await output.WriteLineAsync($"{file}: {new FileInfo(file).Length} bytes, and whole.");
        return CommandLine.Done;
    }
}
