using System.Text.RegularExpressions;
using CommunityBot.Ledger;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Models.PullRequestEvent;

namespace CommunityBot.Features.Thanks;

/// <summary>What a merge is worth.</summary>
public static partial class MergeThanksRules
{
    /// <summary>Why nothing is said to the author of a merged pull request, or null if something may be.</summary>
    public static string? WhyNot(PullRequest pull, ThanksSettings settings, PeopleSettings people) =>
        !settings.Enabled || !(settings.FirstMerge.Enabled || settings.Milestones.Enabled) ? "thanks.first-merge and thanks.milestones are switched off"
        : people.Ignores(pull.User?.Login) ? "the config ignores who wrote it"
        : IsRepeat(pull) ? "it takes back what was merged, or brings it to another branch"
        : null;

    /// <summary>Whether it is the author's first, and that is spoken of.</summary>
    public static bool IsFirst(OtherMerges merges, ThanksSettings settings) => settings.FirstMerge.Enabled && merges.Earlier == 0;

    /// <summary>
    /// Whether it makes a number that is spoken of. The number is that of all merges known by now, so that each is reached once in whatever order GitHub tells of them.
    /// </summary>
    public static bool IsMilestone(OtherMerges merges, ThanksSettings settings) => settings.Milestones.Enabled && settings.Milestones.Counts.Contains(merges.Count + 1);

    /// <summary>
    /// Whether a pull request takes back another one, or brings one to a branch for maintenance: it counts as any other, but there is nothing to celebrate. GitHub names what its
    /// <see href="https://docs.github.com/pull-requests/collaborating-with-pull-requests/incorporating-changes-from-a-pull-request/reverting-a-pull-request">button</see> makes.
    /// </summary>
    public static bool IsRepeat(PullRequest pull) =>
        Revert().IsMatch(pull.Title ?? "")
        || (!MergeRules.GoesToDefaultBranch(pull) && (Backport().IsMatch(pull.Title ?? "") || Backport().IsMatch(pull.Head?.Ref ?? "")));

    /// <summary>What the thanks for a first merge are once per: the person and the repository.</summary>
    public static string Key(long repositoryId, long personId) => $"{repositoryId}-{personId}";

    /// <summary>What a milestone is once per: the person, the repository and the number.</summary>
    public static string Key(long repositoryId, long personId, int count) => $"{repositoryId}-{personId}-{count}";

    [GeneratedRegex(@"\ARevert ""|\ARevert:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Revert();

    [GeneratedRegex("back-?port|cherry-?pick", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Backport();
}
