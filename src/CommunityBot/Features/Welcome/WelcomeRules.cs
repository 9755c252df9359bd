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

    /// <summary>What the config says of an item's welcome, or null if it wants none.</summary>
    public static WelcomeMomentSettings? Wanted(OpenedItem item, WelcomeSettings settings)
    {
        var moment = item.IsPullRequest ? settings.FirstPullRequest : settings.FirstIssue;
        return settings.Enabled && moment.Enabled ? moment : null;
    }

    /// <summary>What a welcome is once per: the person and the repository.</summary>
    public static string Key(long repositoryId, long personId) => $"{repositoryId}-{personId}";
}
