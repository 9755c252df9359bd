using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Ledger;

/// <summary>Something that somebody did for a repository, known by its subject and never by the delivery that told of it.</summary>
/// <param name="RepositoryId">Numeric id of the repository.</param>
/// <param name="PersonId">Numeric id of the account, which survives a change of login.</param>
/// <param name="Type">What kind it is.</param>
/// <param name="Subject">Number of the issue, pull request or discussion; of a release its numeric id, of thanks that of the comment, of what is shared elsewhere a number made of its address.</param>
/// <param name="OccurredAt">When it was done.</param>
public sealed record Contribution(long RepositoryId, long PersonId, ContributionType Type, long Subject, DateTimeOffset OccurredAt)
{
    /// <summary>What an item that somebody opened says about them.</summary>
    public static IEnumerable<Contribution> Of(long repositoryId, AuthoredItem item, MergeSettings settings)
    {
        yield return new(
            repositoryId, item.AuthorId, item.IsPullRequest ? ContributionType.PullRequestOpened : ContributionType.IssueOpened, item.Number, item.OpenedAt);
        if (MergeRules.MergedAt(item, settings) is { } mergedAt)
        {
            yield return new(repositoryId, item.AuthorId, ContributionType.PullRequestMerged, item.Number, mergedAt);
        }
    }
}
