using System.CommandLine;
using System.Text.Json;
using CommunityBot.Hosting;
using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.CheckRuns;
using CommunityBot.Storage;
using CommunityBot.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CommunityBot.Cli;

/// <summary>
/// <c>communitybot preview EVENT PAYLOAD.json [--config FILE]</c>: prints the comments that a delivery would lead to, and tells what else would be done. It goes the whole way of a delivery, with a GitHub that
/// knows nobody, a database that is thrown away, and no network.
/// </summary>
public sealed class PreviewCommand
{
    private readonly TextWriter _output;

    private readonly TextWriter _error;

    private PreviewCommand(InvocationConfiguration configuration) => (_output, _error) = (configuration.Output, configuration.Error);

    /// <summary>Describes the command.</summary>
    public static Command Build()
    {
        var webhook = new Argument<string>("EVENT") { Description = "The event, as in X-GitHub-Event, for example pull_request." };
        var payload = new Argument<string>("PAYLOAD.json") { Description = "A file with the payload that GitHub sent; - for the standard input." };
        var config = new Option<string>("--config") { Description = "A config to go by, for example .github/community-bot.yml.", HelpName = "FILE" };
        var command = new Command("preview", "Prints the comments that a delivery would lead to. Needs no account and no network.") { webhook, payload, config };
        command.SetAction((parsed, _) =>
            new PreviewCommand(parsed.InvocationConfiguration).RunAsync(parsed.GetRequiredValue(webhook), parsed.GetRequiredValue(payload), parsed.GetValue(config)));
        return command;
    }

    private async Task<int> RunAsync(string webhook, string path, string? configPath)
    {
        var keys = LocalConfigFile.Keys();
        var config = configPath is null ? null : await LocalConfigFile.ReadAsync(configPath, keys);
        foreach (var problem in config?.Problems ?? [])
        {
            await _error.WriteLineAsync($"{new LocalProblem(configPath!, problem)}");
        }

        if (config is { IsRefused: true })
        {
            return CommandLine.Problems;
        }

        byte[] payload;
        try
        {
            payload = await LocalFile.ReadAsync(path);
        }
        catch (Exception fault) when (LocalFile.IsAbout(fault))
        {
            return await FailAsync($"{path}: {LocalFile.Explain(path, fault)}");
        }

        if (!Envelope.TryRead(payload, out var envelope))
        {
            return await FailAsync($"{path} is no JSON object");
        }

        var scratch = Directory.CreateTempSubdirectory("communitybot-");
        try
        {
            var effective = EffectiveConfig.Of(keys, repository: config);
            await using var services = Services(Path.Combine(scratch.FullName, "preview.db"), effective);
            if (services.GetRequiredService<WebhookDispatcher>().Events is var events && !events.Contains(webhook))
            {
                var hint = NearestName.Of(webhook, events) is { } nearest ? $"; did you mean {nearest}?" : ".";
                await _error.WriteLineAsync($"{Quoted.Name(webhook)} is no event that is listened to{hint} There are {string.Join(", ", events)}.");
                return CommandLine.Usage;
            }

            await services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
            await PrintAsync(services, effective, new("preview", webhook, envelope.Action, envelope.InstallationId, envelope.RepositoryId), payload);
            return config is { IsValid: false } ? CommandLine.Problems : CommandLine.Done;
        }
        catch (JsonException fault)
        {
            return await FailAsync($"{path} cannot be read as a payload of {webhook}: {Quoted.OneLine(fault.Message)}");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private async Task PrintAsync(ServiceProvider services, EffectiveConfig config, Delivery delivery, byte[] payload)
    {
        var dispatcher = services.GetRequiredService<WebhookDispatcher>();
        if (!dispatcher.Listens(delivery.Event, delivery.Action))
        {
            await _error.WriteLineAsync($"Nothing is said about {delivery.Event}{(delivery.Action is null ? "" : $" {delivery.Action}")}.");
            return;
        }

        services.GetRequiredService<MessageRenderer>().FellBack += (moment, why) => _error.WriteLine($"{moment.Kind}: this is the built-in text, not the message of the config: {why}");
        var database = services.GetRequiredService<Database>();
        var context = await dispatcher.DispatchAsync(delivery, services.GetRequiredService<TimeProvider>().GetUtcNow(), payload, CancellationToken.None);
        await database.WriteAsync(context.WriteAllAsync, context.Order);

        await using var tables = database.CreateContext();
        var rows = await tables.Outbox.OrderBy(message => message.Seq).ToListAsync();
        List<OutboxEntry> messages = [.. rows.Select(row => new OutboxEntry(row.Moment, row.Key, EffectCodec.Read(row.Effect))).SelectMany(WithWhatFollows)];
        var effects = messages.ConvertAll(message => message.Effect);
        foreach (var comment in effects.OfType<SpokenEffect>())
        {
            await _output.WriteLineAsync(comment is DiscussionEffect discussion ? $"{discussion.Title}\n\n{discussion.Body}" : comment.Body);
        }

        List<string> deeds = [.. effects.SelectMany(effect => effect.Deeds).Distinct()];
        foreach (var deed in deeds)
        {
            await _error.WriteLineAsync($"The bot would {Quoted.OneLine(deed)}.");
        }

        var said = services.GetServices<Moment>().Where(moment => messages.Exists(message => message.Moment == moment.Kind));
        foreach (var line in HiddenVariants.Of(config, said))
        {
            await _error.WriteLineAsync(line);
        }

        if (!effects.OfType<SpokenEffect>().Any())
        {
            var silences = context.Silences.Select(why => $"Nothing is said: {why}.");
            foreach (var line in deeds.Count > 0 ? silences : silences.DefaultIfEmpty("Nothing is said about this delivery."))
            {
                await _error.WriteLineAsync(line);
            }
        }

        if (effects.OfType<CheckRunEffect>().Any())
        {
            await _error.WriteLineAsync($"A check run ({ConfigCheckRules.Name}) would answer the commit.");
        }
    }

    // GitHub is taken to let everything be done.
    private static IEnumerable<OutboxEntry> WithWhatFollows(OutboxEntry message) => message.Effect is ActEffect act ? [message, .. act.Done] : [message];

    private static ServiceProvider Services(string path, EffectiveConfig config)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Warning).Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace));
        services.AddCommunityBotCore(OperatorSettings.ForPreview($"Data Source={path}"));
        services.AddSingleton<IConfigSource>(new FixedConfigSource(new(config)));
        return services.BuildServiceProvider();
    }

    private async Task<int> FailAsync(string problem)
    {
        await _error.WriteLineAsync(problem);
        return CommandLine.Problems;
    }
}
