using System.Net;
using CommunityBot.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityBot.GitHub;

/// <summary>Registers how GitHub is reached.</summary>
public static class GitHubRegistration
{
    /// <summary>How long a connection is used before the name of the host is looked up again.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Requests at once, each of which has a connection for itself: <see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits">GitHub
    /// allows 100</see> to one installation, and there are more than one.
    /// </summary>
    private const int MostAtOnce = 100;

    /// <summary>A host that takes longer to open a connection will not answer in time either.</summary>
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Adds <see cref="IGitHubReader"/>, <see cref="IGitHubWriter"/> and <see cref="InstallationPauses"/>.</summary>
    /// <param name="services">Where to add; the <see cref="Storage.Database"/> has to be there, and without a preview <see cref="GitHubOptions"/>, checked.</param>
    /// <param name="preview">Whether there is no account: GitHub is neither asked nor told.</param>
    /// <param name="dryRun">Whether nothing may be posted; questions are still asked.</param>
    public static IServiceCollection AddGitHub(this IServiceCollection services, bool preview, bool dryRun)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<GitHubContact>();
        services.AddSingleton<InstallationPauses>();
        services.AddSingleton<RequestBudget>();
        services.AddHandler();
        if (preview)
        {
            services.AddSingleton<AppRegistry>();
            services.AddSingleton<IGitHubReader, OfflineGitHub>();
        }
        else
        {
            services.AddConnections();
            services.AddSingleton<IGitHubReader, GitHubReader>();
        }

        if (preview || dryRun)
        {
            services.AddSingleton<IGitHubWriter, OfflineGitHub>();
        }
        else
        {
            services.AddSingleton<IGitHubWriter, GitHubWriter>();
        }

        return services;
    }

    private static void AddHandler(this IServiceCollection services) =>
        services.AddHttpClient(GitHubConnections.HandlerName)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // Octokit follows redirects, so that each hop passes through credentials and limits.
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = ConnectionLifetime,
                ConnectTimeout = ConnectTimeout,
                MaxConnectionsPerServer = MostAtOnce,
            })
            .AddHttpMessageHandler(provider => new ContactHandler(provider.GetRequiredService<GitHubContact>()))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    private static void AddConnections(this IServiceCollection services)
    {
        services.AddSingleton<AppJwt>();
        services.AddSingleton<GitHubConnections>();
        services.AddSingleton<GraphQLCalls>();
        services.AddSingleton<Discussions>();
        services.AddSingleton<NewDiscussions>();
        services.AddSingleton<Merges>();
        services.AddSingleton<Releases>();
        services.AddSingleton<OpenWork>();
        services.AddSingleton<AppDeliveries>();
        services.AddSingleton<AppInstallations>();
        services.AddSingleton<ChangedItems>();
    }
}
