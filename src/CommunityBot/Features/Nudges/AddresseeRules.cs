using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Nudges;

/// <summary>Whom a nudge is for: the least busy of those who can be spoken to.</summary>
public static class AddresseeRules
{
    /// <summary>How often a nudge waits for those whom it is for.</summary>
    public const int MostPutOff = 5;

    /// <summary>People that a nudge speaks to; what is said to more is said to nobody.</summary>
    private const int MostPeople = 2;

    /// <summary>Who is away for longer is not waited for by date.</summary>
    private static readonly TimeSpan MostAway = TimeSpan.FromDays(60);

    /// <summary>Chooses among people who are meant alike.</summary>
    /// <param name="candidates">The people.</param>
    /// <param name="people">Who is never spoken to.</param>
    /// <param name="mostAWeek">Nudges that one person gets in a week at most.</param>
    /// <param name="putOff">How often the nudge waited for them.</param>
    /// <param name="now">When it is said.</param>
    public static AddresseeChoice Choose(IEnumerable<Candidate> candidates, PeopleSettings people, int mostAWeek, int putOff, DateTimeOffset now)
    {
        var meant = candidates.Where(one => MayBeSpokenTo(one, people)).ToList();
        var free = meant.Where(one => one.Presence.IsFree(now) && one.Recent < mostAWeek).OrderBy(one => one.Recent).ThenBy(one => one.Account.Id).Take(MostPeople).ToList();
        return free.Count > 0 ? new([.. free.Select(one => one.Account)])
            : meant.Count > 0 && putOff < MostPutOff ? Later(meant, now)
            : AddresseeChoice.Nobody;
    }

    private static bool MayBeSpokenTo(Candidate one, PeopleSettings people) =>
        !one.Presence.IsMuted && !people.Ignores(one.Account.Login) && RefusalRules.IsPersons(one.Account.Login);

    // Who is only busy may be free tomorrow, and so may be who did not say when they are back.
    private static AddresseeChoice Later(List<Candidate> meant, DateTimeOffset now) => AddresseeChoice.Nobody with
    {
        IsLater = true,
        BackAt = meant.All(one => one.Presence.AwayUntil > now && one.Presence.AwayUntil - now < MostAway) ? meant.Min(one => one.Presence.AwayUntil) : null,
    };
}
