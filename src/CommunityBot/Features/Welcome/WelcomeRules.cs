using CommunityBot.Ledger;

namespace CommunityBot.Features.Welcome;

/// <summary>Whom to welcome.</summary>
public static class WelcomeRules
{
    /// <summary>
    /// Whether an item is the first of its kind by a newcomer. Only lower numbers count, so that neither the order in which deliveries come nor what
    /// happened since makes a difference.
    /// </summary>
    /// <param name="item">What was opened.</param>
    /// <param name="history">What its author did in the repository, before the bot came and since.</param>
    public static bool IsFirst(OpenedItem item, History history)
    {
        var first = item.IsPullRequest ? history.FirstPullRequest : history.FirstIssue;
        return !item.CameFromElsewhere && !(first < item.Number) && !(history.FirstMerged < item.Number);
    }

    /// <summary>What a welcome is once per: the person and the repository.</summary>
    public static string Key(long repositoryId, long personId) => $"{repositoryId}-{personId}";
}
