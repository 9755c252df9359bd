using System.CommandLine;
using System.Globalization;
using CommunityBot.Storage;

namespace CommunityBot.Cli.Deliveries;

/// <summary><c>communitybot deliveries list|show|retry</c>: what waits and what was given up, of what came in and of what is to be said.</summary>
public static class DeliveriesCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "deliveries";

    /// <summary>As many as one looks through.</summary>
    private const int DefaultLimit = 100;

    /// <summary>Describes the command.</summary>
    public static Command Build(IReadOnlyList<string> settings) => new(Name, "Shows what waits and what was given up, and has it tried again. The service may run meanwhile.")
    {
        List(settings), Show(settings), Retry(settings),
    };

    private static Command List(IReadOnlyList<string> settings)
    {
        var limit = new Option<int>("--limit")
        {
            Description = "How many to list at most.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => DefaultLimit,
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
                {
                    return number;
                }

                result.AddError("--limit takes a number of 1 or more.");
                return default;
            },
        };
        var format = Format();
        var command = new Command("list", $"Lists what was given up, and then what waits: deliveries, and messages to GitHub. {StorageCommand.TakesSettings}") { limit, format };
        command.SetAction((parsed, cancellationToken) => OnWorkAsync(settings, parsed, async work =>
        {
            var (listed, counts) = (await work.ListAsync(parsed.GetValue(limit)), await work.CountAsync());
            await parsed.InvocationConfiguration.Output.WriteLineAsync(WorkReport.Of(listed, counts, parsed.GetValue(format), work.Now));
            return CommandLine.Done;
        }, cancellationToken));
        return command;
    }

    private static Command Show(IReadOnlyList<string> settings)
    {
        var id = new Argument<string>("ID") { Description = "Id of a delivery, as GitHub and the log show it, or message-NUMBER, as list shows it." };
        var format = Format();
        var command = new Command("show", $"Shows everything about a delivery, its payload and what came of it, or about a message. {StorageCommand.TakesSettings}") { id, format };
        command.SetAction((parsed, cancellationToken) => OnWorkAsync(settings, parsed, async work =>
        {
            if (await work.FindAsync(parsed.GetRequiredValue(id)) is not { } found)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(NotThere(parsed.GetRequiredValue(id)));
                return CommandLine.Problems;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(WorkReport.Of(await work.DetailAsync(found), parsed.GetValue(format)));
            return CommandLine.Done;
        }, cancellationToken));
        return command;
    }

    private static Command Retry(IReadOnlyList<string> settings)
    {
        var ids = new Argument<string[]>("ID") { Description = "Ids, as list shows them.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Everything that was given up." };
        var command = new Command("retry", $"Has what was given up tried again, for another 24 hours. {StorageCommand.TakesSettings}") { ids, all };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == result.GetValue(ids) is { Length: > 0 })
            {
                result.AddError("Name one or more ids, or --all.");
            }
        });
        command.SetAction((parsed, cancellationToken) => OnWorkAsync(settings, parsed, work =>
            parsed.GetValue(all) ? RetryAllAsync(work, parsed.InvocationConfiguration.Output) : RetryAsync(work, parsed.GetRequiredValue(ids), parsed.InvocationConfiguration), cancellationToken));
        return command;
    }

    private static async Task<int> RetryAllAsync(BackOffice work, TextWriter output)
    {
        var count = await work.RetryAllAsync();
        await output.WriteLineAsync(count == 0 ? "Nothing is given up." : $"{count} due again.");
        return CommandLine.Done;
    }

    private static async Task<int> RetryAsync(BackOffice work, IEnumerable<string> ids, InvocationConfiguration console)
    {
        var code = CommandLine.Done;
        foreach (var id in ids)
        {
            if (await work.FindAsync(id) is not { } found)
            {
                await console.Error.WriteLineAsync(NotThere(id));
                code = CommandLine.Problems;
            }
            else if (await work.RetryAsync(found))
            {
                await console.Output.WriteLineAsync($"{found.Id} is due again.");
            }
            else
            {
                await console.Error.WriteLineAsync($"{found.Id} is not parked but {found.State}.");
                code = CommandLine.Problems;
            }
        }

        return code;
    }

    private static Task<int> OnWorkAsync(IReadOnlyList<string> settings, ParseResult parsed, Func<BackOffice, Task<int>> run, CancellationToken cancellationToken) =>
        StorageCommand.RunAsync(settings, parsed, async database =>
        {
            await database.AttachAsync(cancellationToken);
            if (!database.IsShared)
            {
                return await run(new(database, TimeProvider.System));
            }

            var clock = new DatabaseClock(TimeProvider.System);
            await clock.BeginAsync(database);
            return await run(new(database, clock));
        });

    private static Option<ListFormat> Format()
    {
        var format = new Option<ListFormat>("--format") { Description = "How it is printed: human or json.", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong([.. Enum.GetNames<ListFormat>().Select(name => name.ToLowerInvariant())]);
        return format;
    }

    private static string NotThere(string id) => $"{RepositoryConfig.Quoted.Name(id)}: there is no such delivery or message. What was handled is forgotten after a while.";
}
