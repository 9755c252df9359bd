using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Models;

namespace CommunityBot.Inbox;

/// <summary>When the bot stays silent whatever the moment.</summary>
public static class RefusalRules
{
    /// <summary>Why nothing is said about a subject, or null if something may be.</summary>
    /// <param name="archived">Whether the repository is archived.</param>
    /// <param name="subject">What the delivery is about.</param>
    /// <param name="sender">Whose action the delivery tells of.</param>
    /// <param name="since">When the bot came to the repository, if that is known.</param>
    public static string? Why(bool archived, Subject subject, User? sender, DateTimeOffset? since) =>
        archived ? "the repository is archived"
        : subject.Locked ? "the conversation is locked"
        : !IsPerson(subject.Author) ? "its author is no person"
        : !IsPerson(sender) ? "a bot did it"
        : subject.CreatedAt < since ? "it is older than the installation"
        : null;

    /// <summary>Why the config of the repository wants nothing said about a subject, or null if it does not.</summary>
    /// <param name="config">The config.</param>
    /// <param name="subject">What the delivery is about.</param>
    /// <param name="sender">Whose action the delivery tells of.</param>
    public static string? Why(EffectiveConfig config, Subject subject, User? sender) =>
        config.Get<GeneralSettings>().Mode == BotMode.Off ? "the config says mode: off"
        : IsIgnored(subject.Author, config) || IsIgnored(sender, config) ? "the config ignores who did it"
        : null;

    /// <summary>
    /// Whether an account is a person: not a bot, an app, an organization, an imported name without an account, nor the account that GitHub
    /// shows for <see href="https://docs.github.com/account-and-profile/concepts/personal-account-management#deleted-accounts">deleted ones</see>.
    /// </summary>
    public static bool IsPerson(User? account) =>
        account is { Login: { } login }
        && account.Type?.StringValue == "User"
        && !login.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase)
        && !login.Equals("ghost", StringComparison.OrdinalIgnoreCase)
        && !login.Equals("Copilot", StringComparison.OrdinalIgnoreCase);

    private static bool IsIgnored(User? account, EffectiveConfig config) => config.Get<PeopleSettings>().Ignore.Contains(account?.Login, StringComparer.OrdinalIgnoreCase);
}
