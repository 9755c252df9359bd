using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Kudos;

/// <summary>Knows the people that commands name.</summary>
public sealed class NamedPeople(IGitHubReader github)
{
    /// <summary>Letters of a login at most; GitHub's have 39, those of enterprises a few more.</summary>
    private const int MostLetters = 60;

    /// <summary>The account of a person with a login; null if there is none, or if the config leaves them out.</summary>
    public async Task<Account?> FindAsync(string login, DeliveryContext context, CancellationToken cancellationToken)
    {
        var config = await context.ConfigAsync(cancellationToken);
        return login.Length <= MostLetters && RefusalRules.IsPersons(login) && !config.Get<PeopleSettings>().Ignores(login)
            ? await github.FindPersonAsync(context.Repository, login, cancellationToken)
            : null;
    }
}
