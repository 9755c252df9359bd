using CommunityBot.Ledger;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Events.Discussion;

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
        var first = item.Kind switch
        {
            ItemKind.PullRequest => history.FirstPullRequest,
            ItemKind.Discussion => history.FirstDiscussion,
            _ => history.FirstIssue,
        };
        return !item.CameFromElsewhere && !(first < item.Number) && !(history.FirstMerged < item.Number);
    }

    /// <summary>What the config says of an item's welcome, or null if it wants none.</summary>
    public static MomentSettings? Wanted(OpenedItem item, WelcomeSettings settings)
    {
        MomentSettings moment = item.Kind switch
        {
            ItemKind.PullRequest => settings.FirstPullRequest,
            ItemKind.Discussion => settings.FirstDiscussion,
            _ => settings.FirstIssue,
        };
        return settings.Enabled && moment.Enabled ? moment : null;
    }

    /// <summary>
    /// Whether a discussion was transferred or made of an issue and only looks new. GitHub says so while it is at it
    /// (<see href="https://docs.github.com/webhooks/webhook-events-and-payloads?actionType=created#discussion">state</see>); and who does that is not its author.
    /// </summary>
    public static bool CameFromElsewhere(DiscussionCreatedEvent webhook) =>
        webhook.Discussion.State?.StringValue is "converting" or "transferring" || webhook.Sender?.Id != webhook.Discussion.User?.Id;

    /// <summary>What a welcome is once per: the person and the repository.</summary>
    public static string Key(long repositoryId, long personId) => $"{repositoryId}-{personId}";
}
