using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.CheckRuns;
using CommunityBot.RepositoryConfig.Links;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Installation;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.Repository;

namespace CommunityBot.RepositoryConfig;

/// <summary>Registers the config of repositories.</summary>
public static class RepositoryConfigRegistration
{
    /// <summary>Adds what reads configs, and the sections that belong to no feature. The calendar is one of them, since whatever waits for workdays counts on it, what counts as merged, since the ledger does, and good first issues, of which several speak.</summary>
    public static IServiceCollection AddRepositoryConfig(this IServiceCollection services) => services
        .AddSingleton<ConfigKeys>()
        .AddSingleton<ConfigParser>()
        .AddSingleton<WelcomeBotParser>()
        .AddSingleton<KnownFiles>()
        .AddSingleton<RepositoryConfigs>()
        .AddSingleton<IConfigSource>(services => services.GetRequiredService<RepositoryConfigs>())
        .AddSingleton<LinkFinder>()
        .AddSingleton<MomentSamples>()
        .AddSingleton<ConfigCheck>()
        .AddSingleton<ConfigHandler>()
        .AddWebhookHandler<PushEvent, ConfigHandler>(WebhookEventType.Push, null, always: true)
        .AddWebhookHandler<RepositoryEditedEvent, ConfigHandler>(WebhookEventType.Repository, RepositoryActionValue.Edited, always: true)
        .AddWebhookHandler<InstallationNewPermissionsAcceptedEvent, ConfigHandler>(WebhookEventType.Installation, InstallationActionValue.NewPermissionsAccepted, always: true)
        .AddWebhookHandler<PullRequestOpenedEvent, ConfigHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Opened, always: true)
        .AddWebhookHandler<PullRequestSynchronizeEvent, ConfigHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Synchronize, always: true)
        .AddWebhookHandler<PullRequestReopenedEvent, ConfigHandler>(WebhookEventType.PullRequest, PullRequestActionValue.Reopened, always: true)
        .AddConfigSection<GeneralSettings>("")
        .AddConfigSection<LinksSettings>("links")
        .AddConfigSection<PeopleSettings>("people")
        .AddConfigSection<MergeSettings>("thanks")
        .AddConfigSection<GoodFirstIssueSettings>("mentoring.good-first-issue")
        .AddConfigSection<CalendarSettings>("nudges.calendar");

    /// <summary>Adds a section, which is then read, documented and part of the JSON Schema.</summary>
    /// <typeparam name="TSettings">The record that holds it; its initialisers are the defaults.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="path">Where it is in the file.</param>
    public static IServiceCollection AddConfigSection<TSettings>(this IServiceCollection services, string path)
        where TSettings : class, new() => services.AddSingleton(new ConfigSection(path, typeof(TSettings)));
}
