using System.CommandLine;
using System.Text.Json;
using CommunityBot.Hosting;
using CommunityBot.Inbox;
using CommunityBot.Storage;
using CommunityBot.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CommunityBot.Cli;

/// <summary>
/// <c>communitybot preview EVENT PAYLOAD.json</c>: prints the comments that a delivery would lead to. It goes the whole way of a delivery, with a GitHub that
/// knows nobody, a database that is thrown away, and no network.
/// </summary>
public static class PreviewCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Build()
    {
        var webhook = new Argument<string>("EVENT") { Description = "The event, as in X-GitHub-Event, for example pull_request." };
        var payload = new Argument<FileInfo>("PAYLOAD.json") { Description = "A file with the payload that GitHub sent." };
        var command = new Command("preview", "Prints the comments that a delivery would lead to. Needs no account and no network.") { webhook, payload };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(webhook), parsed.GetRequiredValue(payload)));
        return command;
    }

    private static async Task<int> RunAsync(string webhook, FileInfo file)
    {
        byte[] payload;
        try
        {
            payload = await File.ReadAllBytesAsync(file.FullName);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await FailAsync($"{file.FullName}: {fault.Message}");
        }

        if (!Envelope.TryRead(payload, out var envelope))
        {
            return await FailAsync($"{file.FullName} is no JSON object");
        }

        var scratch = Directory.CreateTempSubdirectory("communitybot-");
        try
        {
            await using var services = Services(Path.Combine(scratch.FullName, "preview.db"));
            await services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
            return await PrintAsync(services, new("preview", webhook, envelope.Action, envelope.InstallationId, envelope.RepositoryId), payload);
        }
        catch (JsonException fault)
        {
            return await FailAsync($"{file.FullName} cannot be read as a payload of {webhook}: {fault.Message}");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<int> PrintAsync(ServiceProvider services, Delivery delivery, byte[] payload)
    {
        var dispatcher = services.GetRequiredService<WebhookDispatcher>();
        if (!dispatcher.Listens(delivery.Event, delivery.Action))
        {
            await Console.Error.WriteLineAsync($"Nothing is said about {delivery.Event}{(delivery.Action is null ? "" : $" {delivery.Action}")}.");
            return CommandLine.Done;
        }

        var database = services.GetRequiredService<Database>();
        var context = await dispatcher.DispatchAsync(delivery, services.GetRequiredService<TimeProvider>().GetUtcNow(), payload, CancellationToken.None);
        await database.WriteAsync(context.WriteAllAsync);

        await using var tables = database.CreateContext();
        var messages = await tables.Outbox.OrderBy(message => message.Seq).ToListAsync();
        foreach (var message in messages)
        {
            await Console.Out.WriteLineAsync(message.Body);
        }

        if (messages.Count == 0)
        {
            await Console.Error.WriteLineAsync("Nothing is said about this delivery.");
        }

        return CommandLine.Done;
    }

    private static ServiceProvider Services(string path)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true)
            .AddFilter("Microsoft", LogLevel.Warning).Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace));
        services.AddCommunityBotCore(OperatorSettings.ForPreview($"Data Source={path}"));
        return services.BuildServiceProvider();
    }

    private static async Task<int> FailAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return CommandLine.Problems;
    }
}
