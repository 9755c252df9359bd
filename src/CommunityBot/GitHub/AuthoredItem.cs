namespace CommunityBot.GitHub;

/// <summary>An issue or a pull request that somebody opened.</summary>
/// <param name="Number">Its number in the repository.</param>
/// <param name="AuthorId">Numeric id of the account that opened it.</param>
/// <param name="IsPullRequest">Whether it is a pull request; else it is an issue.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="MergedAt">When it was merged, if it was.</param>
/// <param name="ClosedAt">When it was closed, if it is.</param>
/// <param name="Labels">Names of its labels.</param>
public sealed record AuthoredItem(
    int Number, long AuthorId, bool IsPullRequest, DateTimeOffset OpenedAt, DateTimeOffset? MergedAt, DateTimeOffset? ClosedAt, IReadOnlyList<string> Labels);
