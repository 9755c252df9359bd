using System.Text.RegularExpressions;
using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Models.PullRequestEvent;

namespace CommunityBot.Ledger;

/// <summary>What counts as merged. Squashing, rebasing, a merge queue and a branch other than the default one make no difference.</summary>
public static partial class MergeRules
{
    /// <summary>When a pull request was merged, or null if it was not.</summary>
    public static DateTimeOffset? MergedAt(PullRequest pull, MergeSettings settings) =>
        MergedAt(pull.MergedAt, pull.ClosedAt, pull.Labels?.Select(label => label?.Name) ?? [], settings);

    /// <summary>When an item was merged, or null if it was not or is an issue.</summary>
    public static DateTimeOffset? MergedAt(AuthoredItem item, MergeSettings settings) =>
        item.IsPullRequest ? MergedAt(item.MergedAt, item.ClosedAt, item.Labels, settings) : null;

    /// <summary>Whether a file is documentation: a text for readers, or whatever lies in the folder for it.</summary>
    public static bool IsDocumentation(string path) => Documentation().IsMatch(path);

    /// <summary>
    /// Issues that a merge fixes and somebody else reported. GitHub closes them only where the pull request goes to the
    /// <see href="https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue">default branch</see>.
    /// </summary>
    public static IEnumerable<ClosedIssue> FixedIssues(PullRequest pull, MergedChange change) =>
        pull.Base?.Ref == pull.Base?.Repo?.DefaultBranch ? change.Issues.Where(issue => issue.Author is { } reporter && reporter.Id != pull.User?.Id) : [];

    private static DateTimeOffset? MergedAt(DateTimeOffset? mergedAt, DateTimeOffset? closedAt, IEnumerable<string?> labels, MergeSettings settings) =>
        mergedAt ?? (closedAt is not null && labels.Any(label => settings.MergedLabels.Contains(label, StringComparer.OrdinalIgnoreCase)) ? closedAt : null);

    [GeneratedRegex(@"(^|/)(docs?|documentation|man)/|(^|/)(readme|changelog|contributing)(\.[a-z-]+)*$|\.(md|mdx|rst|adoc|asciidoc)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Documentation();
}
