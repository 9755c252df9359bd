using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CommunityBot.GitHubSimulator;
using CommunityBot.Webhooks;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>The service as a process of its own, that can be killed.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    /// <summary>How long a start may take on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SimulatedGitHub _github;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("communitybot-tests-");
    private readonly HttpClient _client = new();
    private readonly int _port = FreePort();
    private Process? _process;

    public BotProcess(SimulatedGitHub github) => _github = github;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public Uri Webhooks => new(Address, WebhookEndpoint.Path);

    /// <summary>Starts the process and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "communitybot"))
        {
            ArgumentList = { "--urls", $"{Address}" },
            Environment =
            {
                ["GitHub__AppId"] = $"{_github.AppId}",
                ["GitHub__PrivateKey"] = _github.PrivateKeyPem,
                ["GitHub__WebhookSecret"] = _github.WebhookSecret,
                ["GitHub__ApiUrl"] = $"{_github.ApiUrl}",
                ["ConnectionStrings__CommunityBot"] = $"Data Source={_folder.FullName}/bot.db",
                ["Bot__ContentPerMinute"] = "1000000",
                ["Bot__ContentPerHour"] = "1000000",
                ["Logging__LogLevel__Default"] = "Error",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Error",
            },
            WorkingDirectory = _folder.FullName,
        };
        _process = Process.Start(start);
        using var patience = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await IsReadyAsync(patience.Token))
        {
            Assert.False(_process!.HasExited, "the service ended by itself");
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Kills the process as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(Address, "/healthz/ready"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
