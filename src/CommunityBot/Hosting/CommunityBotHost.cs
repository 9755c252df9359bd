using CommunityBot.Commands;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Messages;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.Retention;
using CommunityBot.Schedule;
using CommunityBot.Storage;
using CommunityBot.Team;
using CommunityBot.Web;
using CommunityBot.Webhooks;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Prometheus;

namespace CommunityBot.Hosting;

/// <summary>Puts the parts together.</summary>
public static class CommunityBotHost
{
    /// <summary>
    /// How long the service may take to stop: what is in hand is finished or given back within it. Connections that are still open then (a slow upload) are cut, which
    /// takes the server another second of the promised 25.
    /// </summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(22);

    /// <summary>
    /// Connections at once, each of which may hold <see cref="RequestBody.MostPooled"/> of a body that counts for nothing: 250 MiB at the worst. A thousand are more than GitHub, or a reverse proxy, opens;
    /// beyond them a connection is closed, and GitHub is asked for the delivery again.
    /// </summary>
    internal const int MostConnections = 1_000;

    /// <summary>Adds everything that decides and writes, and nothing that listens or runs by itself: what the command line needs, too.</summary>
    public static IServiceCollection AddCommunityBotCore(this IServiceCollection services, OperatorSettings settings)
    {
        services.AddSingleton(Options.Create(settings.GitHub));
        services.AddSingleton(Options.Create(settings.Bot));
        services.AddSingleton(Options.Create(settings.Storage));
        services.AddSingleton(TimeProvider.System);
        if (settings.Storage.IsShared)
        {
            services.AddSingleton(new DatabaseClock(TimeProvider.System)).AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>());
        }

        services.AddStorage().AddGitHub(settings.IsPreview, settings.Bot.DryRun).AddInbox().AddOutbox().AddLedger().AddRepositoryConfig().AddMessages().AddSchedule().AddSweep<RetentionSweep>().AddTeam().AddCommands();
        if (!settings.IsPreview)
        {
            services.AddRedelivery();
        }

        return services.AddFeatures();
    }

    /// <summary>Adds the service: the door, the workers and the pages.</summary>
    public static WebApplicationBuilder AddCommunityBot(this WebApplicationBuilder builder, OperatorSettings settings)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;

            // Looked at when the time is over, this is the largest body in just that time, and any smaller one.
            kestrel.Limits.MinRequestBodyDataRate = new(WebhookEndpoint.MostBytes / WebhookEndpoint.ReceiveWithin.TotalSeconds, WebhookEndpoint.ReceiveWithin);
        });
        builder.Services.AddCommunityBotCore(settings);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<BotMetrics>();
        builder.Services.AddSingleton<HostSwap>();
        builder.Services.AddSingleton<DatabaseUse>();
        builder.Services.AddSingleton<StorageStartup>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<StorageStartup>());
        if (settings.Storage.IsShared)
        {
            builder.Services.AddHostedService<ClockWatch>();
            if (settings.IsPreview)
            {
                builder.Services.AddHostedService<PreviewWatch>();
            }
        }

        builder.Services.AddHostedService<InboxWorker>();
        builder.Services.AddHostedService<OutboxWorker>();
        builder.Services.AddHostedService<SweepWorker>();
        builder.Services.AddHostedService<SharedPauses>();
        builder.Services.AddWebhooks().AddWeb();
        builder.Services.AddSingleton<StorageHealthCheck>();
        builder.Services.AddHealthChecks().AddCheck<StorageHealthCheck>("storage");
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = StopWithin;
            host.ServicesStopConcurrently = true;
        });
        return builder;
    }

    /// <summary>Maps the routes.</summary>
    public static WebApplication UseCommunityBot(this WebApplication app)
    {
        app.UseWeb();
        var endpoint = app.Services.GetRequiredService<WebhookEndpoint>();
        app.MapPost(WebhookEndpoint.Path, endpoint.HandleAsync);
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready");
        app.MapMetrics("/metrics", app.Services.GetRequiredService<BotMetrics>().Registry);
        app.MapConfigSchema();
        app.MapWeb();
        return app;
    }
}
