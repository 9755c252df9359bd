namespace CommunityBot.Ledger;

/// <summary>The lowest numbers of what somebody did in a repository; null where there is none.</summary>
/// <param name="FirstIssue">Lowest number of an issue they opened.</param>
/// <param name="FirstPullRequest">Lowest number of a pull request they opened.</param>
/// <param name="FirstMerged">Lowest number of a pull request of theirs that was merged.</param>
/// <param name="LastAt">When they last did anything before what is in hand.</param>
public sealed record History(long? FirstIssue, long? FirstPullRequest, long? FirstMerged, DateTimeOffset? LastAt)
{
    /// <summary>Lowest number of a discussion they opened. Unlike the others it is of what is in the ledger until <see cref="Ledger.WithDiscussionsAsync"/> asks.</summary>
    public long? FirstDiscussion { get; init; }

    /// <summary>The history with one more contribution in it.</summary>
    /// <param name="contribution">The contribution.</param>
    /// <param name="now">When what is in hand was done.</param>
    public History With(Contribution contribution, DateTimeOffset now)
    {
        var more = contribution.Type switch
        {
            ContributionType.IssueOpened => this with { FirstIssue = Lower(FirstIssue, contribution.Subject) },
            ContributionType.PullRequestOpened => this with { FirstPullRequest = Lower(FirstPullRequest, contribution.Subject) },
            ContributionType.PullRequestMerged => this with { FirstMerged = Lower(FirstMerged, contribution.Subject) },
            ContributionType.DiscussionOpened => this with { FirstDiscussion = Lower(FirstDiscussion, contribution.Subject) },
            _ => this,
        };
        return contribution.OccurredAt < now && !(contribution.OccurredAt <= LastAt) ? more with { LastAt = contribution.OccurredAt } : more;
    }

    private static long Lower(long? known, long number) => known is { } other ? Math.Min(other, number) : number;
}
