using System.Text.RegularExpressions;
using CommunityBot.GitHub;

namespace CommunityBot.Features.Thanks;

/// <summary>Who is thanked for a release.</summary>
public static partial class ReleaseRules
{
    /// <summary>What the config says of the thanks for a release, or null if it wants none.</summary>
    public static ReleaseSettings? Wanted(ThanksSettings settings) => settings is { Enabled: true, Release.Enabled: true } ? settings.Release : null;

    /// <summary>
    /// The release that another one follows: the last one that was published before it. Only a prerelease follows a prerelease, so a release thanks for what its prereleases
    /// brought, too. Null for the first one: years of history are no news.
    /// </summary>
    /// <param name="releases">Releases of the repository.</param>
    /// <param name="id">The release in hand.</param>
    /// <param name="publishedAt">When it was published.</param>
    /// <param name="isPrerelease">Whether it is a prerelease.</param>
    public static PublishedRelease? Previous(IEnumerable<PublishedRelease> releases, long id, DateTimeOffset publishedAt, bool isPrerelease) => releases
        .Where(release => release.Id != id && release.PublishedAt < publishedAt && (isPrerelease || !release.IsPrerelease))
        .MaxBy(release => release.PublishedAt);

    /// <summary>
    /// Who wrote commits, or opened the pull requests that they came with. Whoever presses the button is the author of a
    /// <see href="https://docs.github.com/pull-requests/collaborating-with-pull-requests/incorporating-changes-from-a-pull-request/about-pull-request-merges">merge commit</see>,
    /// which is no change of theirs.
    /// </summary>
    public static IEnumerable<Account> Authors(IEnumerable<ReleasedCommit> commits) => commits
        .SelectMany(commit => new[] { commit.PullRequest?.Author, MergeCommit().IsMatch(commit.Message) ? null : commit.Author })
        .OfType<Account>();

    /// <summary>Who reviewed somebody else's pull request.</summary>
    public static IEnumerable<Account> Reviewers(IEnumerable<ReleasedCommit> commits) =>
        PullRequests(commits).SelectMany(pull => pull.Reviewers.Where(reviewer => reviewer.Id != pull.Author?.Id));

    /// <summary>Who reported what somebody else fixed.</summary>
    public static IEnumerable<Account> Reporters(IEnumerable<ReleasedCommit> commits) =>
        PullRequests(commits).SelectMany(pull => pull.Reporters.Where(reporter => reporter.Id != pull.Author?.Id));

    /// <summary>The first pull request of each author that was merged for the release, in the order in which they were.</summary>
    public static IEnumerable<(Account Author, ReleasedPullRequest PullRequest)> FirstMerges(IEnumerable<ReleasedCommit> commits) =>
        from pull in PullRequests(commits).OrderBy(pull => pull.MergedAt).ThenBy(pull => pull.Number)
        where pull.Author is not null
        group pull by pull.Author!.Id into merges
        let first = merges.First()
        select (first.Author!, first);

    /// <summary>Lists of people in which each stands once, in the first one that they belong to.</summary>
    /// <param name="lists">The lists by their names in templates, the strongest first.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> EachOnce(params IReadOnlyList<(string Name, IEnumerable<Account> People)> lists)
    {
        var named = new HashSet<long>();
        return lists.ToDictionary(
            list => list.Name,
            IReadOnlyList<string> (list) => [.. list.People.Where(person => named.Add(person.Id)).Select(person => person.Login)]);
    }

    private static IEnumerable<ReleasedPullRequest> PullRequests(IEnumerable<ReleasedCommit> commits) =>
        commits.Select(commit => commit.PullRequest).OfType<ReleasedPullRequest>().DistinctBy(pull => pull.Number);

    [GeneratedRegex(@"\AMerge (pull request #|(remote-tracking )?branch '|tag '|commit ')", RegexOptions.CultureInvariant)]
    private static partial Regex MergeCommit();
}
