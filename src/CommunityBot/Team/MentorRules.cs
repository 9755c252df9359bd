using CommunityBot.GitHub;

namespace CommunityBot.Team;

/// <summary>Whom to ask for help.</summary>
public static class MentorRules
{
    /// <summary>The least busy; of several the one who was chosen longest ago, and of those who never were the one with the oldest account. Null if there is nobody.</summary>
    /// <param name="free">Those who can be asked.</param>
    /// <param name="loads">How busy each of them is.</param>
    public static Account? Choose(IEnumerable<Account> free, IReadOnlyDictionary<long, MentorLoad> loads) =>
        free.OrderBy(person => loads[person.Id].Open).ThenBy(person => loads[person.Id].LastAt).ThenBy(person => person.Id).FirstOrDefault();
}
