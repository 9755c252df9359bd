using System.CommandLine;
using System.Runtime.InteropServices;
using CommunityBot.Hosting;

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
        if (ServeArguments.FindProblem(args) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem.Line);
            return problem.ExitCode;
        }

        try
        {
            return await ServeAsync(args);
        }
        catch (Exception fault) when (StartProblem.Is(fault))
        {
            await Console.Error.WriteLineAsync(StartProblem.Describe(fault));
            return CommandLine.Problems;
        }
    }

    /// <summary>
    /// Settings are read once, so nobody looks whether their file changes. Watching it takes one of the inotify instances, of which Linux gives 128 to all
    /// programs of a user together: where others have taken them, the service would not start.
    /// </summary>
    private static readonly string[] WithoutWatching = ["--hostBuilder:reloadConfigOnChange", "false"];

    /// <summary>
    /// A host with the operator settings and little else. Without what an empty builder adds for IIS, static files and event logs; certificates can be configured all the same.
    /// </summary>
    /// <param name="args">Operator settings, which win over those of files and of the environment.</param>
    internal static WebApplicationBuilder Begin(IEnumerable<string> args) =>
        WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [.. args, .. WithoutWatching], ContentRootPath = AppContext.BaseDirectory });

    /// <summary>
    /// Runs one host after the other, the next where setup has left credentials for it. If that cannot start (a port that it may not have), the process ends with the reason as at any
    /// other start: going back to a preview would hide it, and the credentials are kept for the next one.
    /// </summary>
    private static async Task<int> ServeAsync(string[] args)
    {
        // Whenever the signal comes, while a host works, ends for another one, or is not there yet: what has started ends, no other host follows, and so ends the process.
        using var toldToStop = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        while (true)
        {
            var (code, isSwapWanted) = await RunHostAsync(args, toldToStop.Token);
            if (!isSwapWanted || toldToStop.IsCancellationRequested)
            {
                return code;
            }
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            toldToStop.Cancel();
        }
    }

    private static async Task<(int Code, bool IsSwapWanted)> RunHostAsync(string[] args, CancellationToken toldToStop)
    {
        var builder = Begin(args);
        builder.WebHost.UseKestrelHttpsConfiguration();
        var file = OperatorSettings.ReadStorage(builder.Configuration, out _) is { } storage ? new CredentialsFile(storage) : null;
        var setElsewhere = file?.AddTo(builder.Configuration);

        var settings = OperatorSettings.Read(builder.Configuration, out var problems);
        if (settings is null)
        {
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync(problem);
            }

            if (setElsewhere is not null)
            {
                await Console.Error.WriteLineAsync($"{file!.Path} has the credentials of an App, and is left alone, since {setElsewhere} is set elsewhere: remove that setting, or set all of them.");
            }

            return (CommandLine.Problems, false);
        }

        await using var app = builder
            .AddBotLogging(SecretScrubber.For(settings))
            .ListenAsConfigured(settings.IsPreview)
            .AddCommunityBot(settings)
            .Build()
            .UseCommunityBot();
        await using var stopping = toldToStop.Register(app.Lifetime.StopApplication);
        try
        {
            await app.StartAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await app.StopAsync(CancellationToken.None);
            return (CommandLine.Done, false);
        }
        catch
        {
            // Why is said by the caller; what had started already ends with no word of its own.
            foreach (var log in app.Services.GetServices<ILoggerProvider>())
            {
                log.Dispose();
            }

            await app.StopAsync(CancellationToken.None);
            throw;
        }

        if (settings.IsPreview)
        {
            await PreviewNotice.WriteAsync(app, settings, Console.Out);
        }

        await app.WaitForShutdownAsync(CancellationToken.None);
        return (CommandLine.Done, app.Services.GetRequiredService<HostSwap>().IsWanted);
    }
}
