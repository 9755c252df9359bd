using CommunityBot.GitHub;
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
    /// <param name="since">When the bot came to the repository, if that is known.</param>
    public static string? Why(bool archived, Subject subject, DateTimeOffset? since) =>
        archived ? "the repository is archived"
        : subject.Locked ? "the conversation is locked"
        : !subject.People.All(IsPerson) ? "no person did it, or it is about none"
        : subject.CreatedAt < since ? "it is older than the installation"
        : null;

    /// <summary>Why the config of the repository wants nothing said about a subject, or null if it does not.</summary>
    /// <param name="config">The config.</param>
    /// <param name="subject">What the delivery is about.</param>
    public static string? Why(EffectiveConfig config, Subject subject) =>
        config.Get<GeneralSettings>().Mode == BotMode.Off ? "the config says mode: off"
        : subject.People.Any(person => config.Get<PeopleSettings>().Ignores(person?.Login)) ? "the config ignores who did it"
        : null;

    /// <summary>
    /// Whether an account is a person: not a bot, an app, an organization, an imported name without an account, nor the account that GitHub
    /// shows for <see href="https://docs.github.com/account-and-profile/concepts/personal-account-management#deleted-accounts">deleted ones</see>.
    /// </summary>
    public static bool IsPerson(User? account) => account is { Login: { } login } && account.Type?.StringValue == "User" && IsPersons(login);

    /// <summary>Whether a login may be a person's; those of bots and of deleted accounts are not.</summary>
    public static bool IsPersons(string login) =>
        !login.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase)
        && !login.Equals("ghost", StringComparison.OrdinalIgnoreCase)
        && !login.Equals("Copilot", StringComparison.OrdinalIgnoreCase);

    /// <summary>An account if it is a person's, else null.</summary>
    public static Account? AsPerson(User? account) => IsPerson(account) ? new(account!.Id, account.Login) : null;
}
