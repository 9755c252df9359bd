using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CommunityBot.GitHubSimulator;
using CommunityBot.Webhooks;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>The service as a process of its own, that can be killed.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private const string Unfinished = "SELECT (SELECT COUNT(*) FROM deliveries WHERE state < 2) + (SELECT COUNT(*) FROM outbox WHERE state < 2)";

    /// <summary>How long a start or an end may take on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SimulatedGitHub _github;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly int _port = FreePort();
    private Process? _process;

    public BotProcess(SimulatedGitHub github) => _github = github;

    /// <summary>Operator settings that differ from those of most tests.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What the shell that becomes the process does first.</summary>
    public string Before { get; init; } = ":";

    /// <summary>Where its data is.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("communitybot-tests-");

    /// <summary>The lines that it wrote, to standard output or error.</summary>
    public IReadOnlyCollection<string> Output => _output;

    public HttpClient Client { get; } = new();

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public Uri Webhooks => new(Address, WebhookEndpoint.Path);

    public int Id => _process!.Id;

    public bool IsRunning => _process is { HasExited: false };

    public string File => Path.Combine(Folder.FullName, "bot.db");

    /// <summary>Starts the process and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        _process = Start(["--urls", $"{Address}"], _output);
        using var patience = new CancellationTokenSource(Patience);
        await Wait.UntilAsync(
            async () =>
            {
                Assert.True(IsRunning, $"the service ended by itself: {string.Join('\n', _output)}");
                return await IsReadyAsync(patience.Token);
            },
            patience.Token);
    }

    /// <summary>Starts another process on the same data, waits until it has ended, and returns its exit code and what it wrote.</summary>
    public Task<(int ExitCode, IReadOnlyCollection<string> Output)> StartAnotherAsync() => RunAsync("--urls", $"http://127.0.0.1:{FreePort()}");

    /// <summary>Runs a command on the same data, beside the process, and returns its exit code and what it wrote.</summary>
    public async Task<(int ExitCode, IReadOnlyCollection<string> Output)> RunAsync(params string[] arguments)
    {
        var lines = new ConcurrentQueue<string>();
        using var other = Start(arguments, lines);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await other.WaitForExitAsync(patience.Token);
            return (other.ExitCode, lines);
        }
        finally
        {
            other.Kill();
        }
    }

    /// <summary>Kills the process as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await EndAsync();
    }

    /// <summary>Asks the process to end, as whatever runs services does, and returns its exit code.</summary>
    public Task<int> TerminateAsync()
    {
        Posix.Terminate(Id);
        return EndAsync();
    }

    /// <summary>Waits until the inbox and the outbox are empty, of what waits for its time as well.</summary>
    public Task SettledAsync(CancellationToken cancellationToken) => Wait.UntilAsync(async () => await CountAsync(Unfinished) == 0, cancellationToken);

    /// <summary>How much is neither done nor given up.</summary>
    public Task<long> CountUnfinishedAsync() => CountAsync(Unfinished);

    /// <summary>Has GitHub bring a delivery; false if it was not acknowledged, also because nobody listens.</summary>
    public async Task<bool> TrySendAsync(SimulatedDelivery delivery)
    {
        try
        {
            return await _github.SendAsync(delivery, Webhooks) == 202;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Reads a number from the database, beside the process.</summary>
    public async Task<long> CountAsync(string query)
    {
        await using DbConnection connection = Settings.GetValueOrDefault("Storage:Provider") == "Postgres"
            ? new NpgsqlConnection(Settings["ConnectionStrings:CommunityBot"])
            : new SqliteConnection($"Data Source={File};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Client.Dispose();
        Folder.Delete(recursive: true);
    }

    private Process Start(IEnumerable<string> arguments, ConcurrentQueue<string> output)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", $"{Before}; exec \"$0\" \"$@\"", Path.Combine(AppContext.BaseDirectory, "communitybot") },
            Environment =
            {
                ["GitHub__AppId"] = $"{_github.AppId}",
                ["GitHub__PrivateKey"] = _github.PrivateKeyPem,
                ["GitHub__WebhookSecret"] = _github.WebhookSecret,
                ["GitHub__ApiUrl"] = $"{_github.ApiUrl}",
                ["ConnectionStrings__CommunityBot"] = $"Data Source={File}",
                ["Bot__ContentPerMinute"] = "1000000",
                ["Bot__ContentPerHour"] = "1000000",
            },
            WorkingDirectory = Folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in Settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Keep(string? line)
        {
            if (line is not null)
            {
                output.Enqueue(line);
            }
        }
    }

    private async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process!.WaitForExitAsync(patience.Token);
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        return code;
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri(Address, "/healthz/ready"), cancellationToken);
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
