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
    public static bool IsDocumentation(string path) => Documentation().IsMatch(path) && !NoDocumentation().IsMatch(path);

    /// <summary>
    /// Issues that a merge fixes and somebody else reported. GitHub closes them only where the pull request goes to the
    /// <see href="https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue">default branch</see>.
    /// </summary>
    /// <param name="pull">The pull request.</param>
    /// <param name="change">What it brought.</param>
    /// <param name="coAuthors">Who wrote a part of it.</param>
    public static IEnumerable<ClosedIssue> FixedIssues(PullRequest pull, MergedChange change, IReadOnlyList<Account> coAuthors) =>
        from issue in GoesToDefaultBranch(pull) ? change.Issues : []
        where issue.Author is { } reporter && reporter.Id != pull.User?.Id && !coAuthors.Contains(reporter)

        // GitHub closes what it merged itself; what counts as merged by a label may leave the issue open.
        where !issue.IsDropped && (issue.IsClosed || pull.MergedAt is not null)
        select issue;

    /// <summary>Whether a pull request goes to the default branch.</summary>
    public static bool GoesToDefaultBranch(PullRequest pull) => pull.Base?.Ref == pull.Base?.Repo?.DefaultBranch;

    /// <summary>Whether a label that was just put on a pull request makes it count as merged, which it did not before.</summary>
    public static bool Merges(string? label, PullRequest pull, MergeSettings settings) =>
        pull.MergedAt is null && settings.MergedLabels.Contains(label, StringComparer.OrdinalIgnoreCase);

    private static DateTimeOffset? MergedAt(DateTimeOffset? mergedAt, DateTimeOffset? closedAt, IEnumerable<string?> labels, MergeSettings settings) =>
        mergedAt ?? (closedAt is not null && labels.Any(label => settings.MergedLabels.Contains(label, StringComparer.OrdinalIgnoreCase)) ? closedAt : null);

    [GeneratedRegex(@"(^|/)(docs?|documentation|man)/|(^|/)(readme|contributing)(\.[a-z-]+)*$|\.(md|mdx|rst|adoc|asciidoc)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Documentation();

    // A line in the list of changes goes with every change, and forms are for those who contribute.
    [GeneratedRegex(@"^\.github/|(^|/)(change(s|log)|news|release-notes|history)(/|(\.[a-z-]+)*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NoDocumentation();
}
