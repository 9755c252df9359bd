using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Storage;
using CommunityBot.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Tests.GitHub;

/// <summary>What <c>AddGitHub</c> registers, pointed at a stub that grants tokens to installation 7.</summary>
internal sealed class GitHubBed : IAsyncDisposable, ILoggerProvider, ILogger
{
    public const long Installation = 7;
    public const string TokenRoute = "POST /app/installations/7/access_tokens";
    public const string CommentsRoute = "POST /repos/octo/hello/issues/5/comments";
    public const string PermissionRoute = "GET /repos/octo/hello/collaborators/ann/permission";

    public static readonly string PrivateKey = NewKey();

    public static readonly RepositoryRef Repository = new(Installation, 11, "octo", "hello");

    private readonly ServiceProvider _services;
    private readonly ConcurrentQueue<string> _log = new();
    private int _tokens;

    private readonly TemporaryDatabase _database;

    private GitHubBed(StubGitHub stub, TemporaryDatabase database, string root, Action<IServiceCollection>? also)
    {
        (GitHub, _database) = (stub, database);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<Database>(database.Database)
            .Configure<GitHubOptions>(options =>
            {
                options.AppId = 42;
                options.PrivateKey = PrivateKey;
                options.ApiUrl = new Uri(stub.Address, root);
            })
            .AddGitHub(preview: false, dryRun: false);
        also?.Invoke(services);
        _services = services.BuildServiceProvider();
        stub.On(TokenRoute, GrantAsync);
    }

    public PromptTimeProvider Time { get; } = new();

    public StubGitHub GitHub { get; }

    public IGitHubReader Reader => _services.GetRequiredService<IGitHubReader>();

    public IGitHubWriter Writer => _services.GetRequiredService<IGitHubWriter>();

    public InstallationPauses Pauses => _services.GetRequiredService<InstallationPauses>();

    public AppJwt Jwt => _services.GetRequiredService<AppJwt>();

    public string Log => string.Join('\n', _log);

    /// <summary>As many requests in a minute as one likes, as an Enterprise Server may allow.</summary>
    public static void WithoutPoints(IServiceCollection services) => services.Configure<BotOptions>(options => options.ContentPerMinute = BotOptions.DocumentedPerMinute + 1);

    public static async Task<GitHubBed> StartAsync(string root = "", Action<IServiceCollection>? also = null)
        => new(await StubGitHub.StartAsync(), await TemporaryDatabase.OpenAsync(), root, also);

    /// <summary>The n-th token granted, of the length and form of GitHub's newer ones.</summary>
    public static string Token(int number) => $"ghs_{number}." + new string('x', 500);

    public Task<string> CommentAsync() => Writer.CommentAsync(Repository, 5, "hello", TestContext.Current.CancellationToken);

    public Task<bool> HasTriageAsync() => Reader.HasTriageAsync(Repository, "ann", TestContext.Current.CancellationToken);

    public Func<HttpContext, Task> Granted(TimeSpan lifetime, int number) => StubGitHub.Say(
        201, $$"""{"token":"{{Token(number)}}","expires_at":"{{(Time.GetUtcNow() + lifetime).UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}}"}""");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        await GitHub.DisposeAsync();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void IDisposable.Dispose()
    {
    }

    IDisposable? ILogger.BeginScope<TState>(TState state)
    {
        _log.Enqueue(state.ToString() ?? "");
        return null;
    }

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => _log.Enqueue(formatter(state, exception) + exception);

    private Task GrantAsync(HttpContext context) => Granted(TimeSpan.FromHours(1), Interlocked.Increment(ref _tokens))(context);

    private static string NewKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportRSAPrivateKeyPem();
    }
}
