using System.CommandLine;
using CommunityBot.Hosting;
using CommunityBot.Storage;

namespace CommunityBot.Cli;

/// <summary><c>communitybot serve</c>, which is also what runs without a command: the service.</summary>
public static class ServeCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Build() => new(
        "serve", "Runs the service (the default). Takes operator settings, for example --urls http://127.0.0.1:8080 --Bot:DryRun true.");

    /// <summary>Serves until the process is told to stop.</summary>
    /// <param name="args">Operator settings.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        // Without what an empty builder adds for IIS, static files and event logs; certificates can be configured all the same.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration();
        var settings = OperatorSettings.Read(builder.Configuration, out var problems);
        if (settings is null)
        {
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync(problem);
            }

            return CommandLine.Problems;
        }

        await using var app = builder
            .AddBotLogging(SecretScrubber.For(settings))
            .ListenAsConfigured(settings.IsPreview)
            .AddCommunityBot(settings)
            .Build()
            .UseCommunityBot();
        try
        {
            await app.StartAsync();
            if (settings.IsPreview)
            {
                await PreviewNotice.WriteAsync(app, settings, Console.Out);
            }

            await app.WaitForShutdownAsync();
            return CommandLine.Done;
        }
        catch (Exception fault) when (fault is StorageException or IOException or FormatException or InvalidOperationException)
        {
            // A database, an address or a port that cannot be had; the message names it.
            await Console.Error.WriteLineAsync(fault.Message);
            return CommandLine.Problems;
        }
    }
}
