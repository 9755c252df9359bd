using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>Finds out whom a name in a file means.</summary>
public sealed class PromotedPeople(IGitHubReader github, People people, Ledger.Ledger ledger)
{
    /// <summary>
    /// The person, or null if there is none of that name, or one who is not spoken to, or somebody who has nothing to do with the repository: a name may be a slip, or mean
    /// something else, and a stranger is not to be mentioned for it.
    /// </summary>
    /// <param name="context">The delivery.</param>
    /// <param name="login">The name.</param>
    /// <param name="at">When they were named.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    /// <exception cref="GitHubRefusedException">GitHub does not tell.</exception>
    public async Task<KnownPerson?> FindAsync(DeliveryContext context, string login, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!RefusalRules.IsPersons(login) || (await context.ConfigAsync(cancellationToken)).Get<PeopleSettings>().Ignores(login)
            || await github.FindPersonAsync(context.Repository, login, cancellationToken) is not { } account)
        {
            return null;
        }

        var person = await people.FindAsync(context, account, association: "");
        return person.Insider == true
            || await people.AskForInsiderAsync(context, account, cancellationToken)
            || !(await ledger.HistoryOfAsync(context, person, at, cancellationToken)).IsEmpty
            ? person
            : null;
    }
}
