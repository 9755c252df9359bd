using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.Benchmarks.Servers;

/// <summary>The service as it is deployed: published ReadyToRun, configured through its environment.</summary>
public sealed class PublishedService
{
    // What is measured is the service, not the patience that GitHub asks of it.
    private const string Unpaced = "1000000";

    private readonly string program;

    private PublishedService(string directory) => program = Path.Combine(directory, "communitybot");

    /// <summary>Publishes the service, or takes the directory that the command line names.</summary>
    public static async Task<PublishedService> GetAsync(BenchmarkRun run)
    {
        if (run.Settings.Service is { } published)
        {
            return new PublishedService(Path.GetFullPath(published));
        }

        var output = run.NewPath("service");
        using var publish = Process.Start("dotnet",
            ["publish", Path.Combine(SolutionDirectory(), "src", "CommunityBot"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
                "--no-self-contained", "-o", output, "-v", "quiet", "-nologo"]);
        await publish.WaitForExitAsync(run.Stopped);
        return publish.ExitCode == 0 ? new PublishedService(output) : throw new InvalidOperationException("The service could not be published.");
    }

    /// <summary>Starts the service on a database, whose tables it makes where there are none.</summary>
    public Task<ServerProcess> StartAsync(Store store, SimulatedGitHub gitHub, BenchmarkRun run) => StartWithAsync(
        new()
        {
            ["GitHub__AppId"] = gitHub.AppId.ToString(CultureInfo.InvariantCulture),
            ["GitHub__PrivateKey"] = gitHub.PrivateKeyPem,
            ["GitHub__WebhookSecret"] = gitHub.WebhookSecret,
            ["GitHub__ApiUrl"] = gitHub.ApiUrl.ToString(),
            ["Bot__ContentPerMinute"] = Unpaced,
            ["Bot__ContentPerHour"] = Unpaced,
        },
        store,
        run);

    /// <summary>Starts the service as it is before there are credentials.</summary>
    public Task<ServerProcess> StartPreviewAsync(Store store, BenchmarkRun run) => StartWithAsync([], store, run);

    private Task<ServerProcess> StartWithAsync(Dictionary<string, string> environment, Store store, BenchmarkRun run)
    {
        var port = ServerProcess.FreePort();
        environment["DOTNET_ENVIRONMENT"] = "Production";
        environment["Storage__Provider"] = store.Provider;
        environment["ConnectionStrings__CommunityBot"] = store.ConnectionString;
        return ServerProcess.StartAsync(program, ["--urls", $"http://127.0.0.1:{port}"], port, environment, run);
    }

    private static string SolutionDirectory()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "CommunityBot.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("Run this from a build inside the solution, or name a published service with --Service.");
    }
}
