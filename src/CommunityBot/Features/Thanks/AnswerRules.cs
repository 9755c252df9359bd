using Octokit.Webhooks.Events.Discussion;

namespace CommunityBot.Features.Thanks;

/// <summary>Which answer is thanked for.</summary>
public static class AnswerRules
{
    /// <summary>What the config says of the thanks for an answer, or null if it wants none.</summary>
    public static ThanksMomentSettings? Wanted(ThanksSettings settings) => settings is { Enabled: true, Answer.Enabled: true } ? settings.Answer : null;

    /// <summary>Whether somebody answered the question of somebody else; who marked the answer makes no difference.</summary>
    public static bool IsForSomebodyElse(DiscussionAnsweredEvent webhook) => webhook.Answer.User?.Id != webhook.Discussion.User?.Id;

    /// <summary>What the thanks are once per: the discussion, also if another answer is marked later.</summary>
    public static string Key(long discussionId) => $"{discussionId}";
}
