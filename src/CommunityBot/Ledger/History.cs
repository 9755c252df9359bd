namespace CommunityBot.Ledger;

/// <summary>The lowest numbers of what somebody did in a repository; null where there is none.</summary>
/// <param name="FirstIssue">Lowest number of an issue they opened.</param>
/// <param name="FirstPullRequest">Lowest number of a pull request they opened.</param>
/// <param name="FirstMerged">Lowest number of a pull request of theirs that was merged.</param>
public sealed record History(long? FirstIssue, long? FirstPullRequest, long? FirstMerged)
{
    /// <summary>The history with one more contribution in it.</summary>
    public History With(Contribution contribution) => contribution.Type switch
    {
        ContributionType.IssueOpened => this with { FirstIssue = Lower(FirstIssue, contribution.Subject) },
        ContributionType.PullRequestOpened => this with { FirstPullRequest = Lower(FirstPullRequest, contribution.Subject) },
        ContributionType.PullRequestMerged => this with { FirstMerged = Lower(FirstMerged, contribution.Subject) },
        _ => this,
    };

    private static long Lower(long? known, long number) => known is { } other ? Math.Min(other, number) : number;
}
