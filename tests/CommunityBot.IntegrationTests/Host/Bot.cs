using System.Diagnostics;
using CommunityBot.GitHubSimulator;
using CommunityBot.Hosting;
using CommunityBot.Outbox;
using CommunityBot.Schedule;
using CommunityBot.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Host;

/// <summary>The whole service in this process, against a simulated GitHub. Tests enter by the signed request and leave at the simulator's state.</summary>
public sealed class Bot : IAsyncDisposable
{
    /// <summary>How long anything may take before a test gives up on it; reached only when something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>How long nothing happens before what runs is taken to wait for the clock, if GitHub gave it reason to.</summary>
    private static readonly TimeSpan Stall = TimeSpan.FromMilliseconds(500);

    private readonly WebApplication _app;
    private readonly FakeTimeProvider? _time;
    private readonly DirectoryInfo _folder;

    private readonly string _webhookSecret;

    private Bot(WebApplication app, SimulatedGitHub github, FakeTimeProvider? time, DirectoryInfo folder, CapturedLog log)
    {
        (_app, GitHub, _time, _folder, Log) = (app, github, time, folder, log);
        _webhookSecret = app.Services.GetRequiredService<OperatorSettings>().GitHub.WebhookSecret!;
        Client = new HttpClient { BaseAddress = Address };
    }

    public SimulatedGitHub GitHub { get; }

    public CapturedLog Log { get; }

    public HttpClient Client { get; }

    public Uri Address => new(_app.Urls.First());

    public Uri Webhooks => new(Address, WebhookEndpoint.Path);

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the service.</summary>
    /// <param name="github">The GitHub it talks to.</param>
    /// <param name="time">Its clock; the machine's if null.</param>
    /// <param name="folder">Where its database is; a new folder that goes with it if null.</param>
    /// <param name="settings">More operator settings.</param>
    public static Task<Bot> StartAsync(SimulatedGitHub github, FakeTimeProvider? time = null, DirectoryInfo? folder = null, params string[] settings) => RunAsync(
        github,
        time,
        folder,
        [
            "--GitHub:AppId", $"{github.AppId}", "--GitHub:PrivateKey", github.PrivateKeyPem, "--GitHub:WebhookSecret", github.WebhookSecret,
            "--GitHub:ApiUrl", $"{github.ApiUrl}", .. settings,
        ]);

    /// <summary>Starts the service without credentials. It asks GitHub nothing; what it is sent, <paramref name="github"/> signs with the secret that it made.</summary>
    public static Task<Bot> StartPreviewAsync(SimulatedGitHub github, FakeTimeProvider? time = null, DirectoryInfo? folder = null, params string[] settings) =>
        RunAsync(github, time, folder, settings);

    private static async Task<Bot> RunAsync(SimulatedGitHub github, FakeTimeProvider? time, DirectoryInfo? folder, IEnumerable<string> settings)
    {
        var place = folder ?? Directory.CreateTempSubdirectory("communitybot-tests-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--urls", "http://127.0.0.1:0", "--hostBuilder:reloadConfigOnChange", "false", "--ConnectionStrings:CommunityBot", $"Data Source={place.FullName}/bot.db", .. settings],
        });
        var read = OperatorSettings.Read(builder.Configuration, out var problems);
        Assert.Empty(problems);
        builder.AddCommunityBot(read!);

        // Tests say when it is time to sweep; processes sweep by themselves.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(SweepWorker)));
        if (time is not null)
        {
            builder.Services.AddSingleton<TimeProvider>(time);
        }

        var log = new CapturedLog();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        var app = builder.Build().UseCommunityBot();
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new(app, github, time, place, log) { OwnsFolder = folder is null };
    }

    /// <summary>Where its database is.</summary>
    public DirectoryInfo Folder => _folder;

    private bool OwnsFolder { get; init; }

    /// <summary>Has GitHub send a delivery and returns the status that it was answered with.</summary>
    public Task<int> DeliverAsync(SimulatedDelivery delivery, string? id = null) => GitHub.SendAsync(delivery, Webhooks, id, _webhookSecret);

    /// <summary>Waits until nothing is due: neither a delivery to handle nor a message to post. The moment between two messages passes.</summary>
    public async Task SettledAsync()
    {
        var inbox = Services.GetRequiredService<Inbox.Inbox>().Work;
        var outbox = Services.GetRequiredService<Outbox.Outbox>().Work;

        var patience = Stopwatch.StartNew();

        // A clock that was set may have passed a due time while the workers were on their way to wait for it.
        inbox.Changed.Set();
        outbox.Changed.Set();
        while (true)
        {
            var changed = Task.WhenAny(inbox.Changed.Next, outbox.Changed.Next);
            if (await IsIdleAsync())
            {
                if (await this.IsHeldForAMomentAsync())
                {
                    _time?.Advance(ContentPacer.Gap);
                }
                else if (await IsIdleAsync())
                {
                    // Asked again, since where time is real the moment may have ended between the two questions.
                    return;
                }

                inbox.Changed.Set();
                outbox.Changed.Set();
                continue;
            }

            try
            {
                await changed.WaitAsync(Stall);
            }
            catch (TimeoutException) when (patience.Elapsed < Patience)
            {
                // Perhaps what runs waits for the clock itself: between two tries of one request. Where nothing went wrong the machine is slow, and time that
                // passes would only make the request too late.
                if (GitHub.Faults.HaveStruck)
                {
                    _time?.Advance(TimeSpan.FromSeconds(1));
                }
            }
        }

        async Task<bool> IsIdleAsync() => await inbox.CountWaitingAsync() == 0 && await outbox.CountWaitingAsync() == 0;
    }

    /// <summary>Has everything that is due looked for, and waits for what that leads to.</summary>
    public async Task SweepAsync()
    {
        foreach (var sweep in Services.GetServices<ISweep>())
        {
            await sweep.SweepAsync(Services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
        }

        await SettledAsync();
    }

    /// <summary>Stops as on SIGTERM.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (OwnsFolder)
        {
            _folder.Delete(recursive: true);
        }
    }
}
