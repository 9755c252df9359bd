namespace CommunityBot.GitHub;

/// <summary>What came with a release.</summary>
/// <param name="Commits">Its commits, the oldest first.</param>
/// <param name="IsWhole">Whether that is all of them.</param>
public sealed record ReleasedChanges(IReadOnlyList<ReleasedCommit> Commits, bool IsWhole)
{
    /// <summary>Nothing, or nothing that GitHub tells of.</summary>
    public static readonly ReleasedChanges None = new([], IsWhole: true);
}

/// <summary>A commit of a release.</summary>
/// <param name="Message">Its message.</param>
/// <param name="Author">Who wrote it, if an account is known for that.</param>
/// <param name="PullRequest">The pull request that it was merged with, if it was.</param>
public sealed record ReleasedCommit(string Message, Account? Author, ReleasedPullRequest? PullRequest);

/// <summary>A merged pull request of a release.</summary>
/// <param name="Number">Its number.</param>
/// <param name="MergedAt">When it was merged.</param>
/// <param name="Author">Who opened it, if that is a person.</param>
/// <param name="Reviewers">People who reviewed it; of many reviews those of the first fifty.</param>
/// <param name="Reporters">People who opened the issues of the same repository that it closed; of many issues those of the first ten.</param>
public sealed record ReleasedPullRequest(int Number, DateTimeOffset MergedAt, Account? Author, IReadOnlyList<Account> Reviewers, IReadOnlyList<Account> Reporters);
