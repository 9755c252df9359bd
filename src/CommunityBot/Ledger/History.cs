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

    /// <summary>Whether they have done nothing there, as far as is known.</summary>
    public bool IsEmpty => (FirstIssue ?? FirstPullRequest ?? FirstMerged ?? FirstDiscussion) is null && LastAt is null;
}
