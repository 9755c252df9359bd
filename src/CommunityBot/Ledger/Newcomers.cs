using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Models;

namespace CommunityBot.Ledger;

/// <summary>Who is new: an outsider without a merged pull request in the repository.</summary>
public sealed class Newcomers(Ledger ledger, People people)
{
    /// <summary>The author of a pull request, if that is a newcomer who may be spoken to; if not, it is told why nothing is said.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="pull">The pull request.</param>
    /// <param name="at">When what is in hand was done.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<KnownPerson?> AuthorOfAsync(DeliveryContext context, SimplePullRequest pull, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (RefusalRules.AsPerson(pull.User) is not { } author || (await context.ConfigAsync(cancellationToken)).Get<PeopleSettings>().Ignores(author.Login))
        {
            context.Silent("who wrote it is no person, or is ignored by the config");
            return null;
        }

        var person = await people.FindAsync(context, author, pull.AuthorAssociation?.StringValue ?? "");
        if (person.Insider == true)
        {
            context.Silent(person.WhyNoOutsider);
            return null;
        }

        if ((await ledger.OtherMergesOfAsync(context, person, pull.Number, at, cancellationToken)).Earlier > 0)
        {
            context.Silent($"something of {person.Login} was merged before");
            return null;
        }

        return await people.MaySpeakToAsync(context, person, cancellationToken) ? person : null;
    }
}
