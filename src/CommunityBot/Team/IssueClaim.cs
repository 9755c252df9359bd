using CommunityBot.GitHub;

namespace CommunityBot.Team;

/// <summary>That somebody is working on an issue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Repository">The repository.</param>
/// <param name="Number">Number of the issue.</param>
/// <param name="Person">Who claimed it.</param>
/// <param name="Since">What the waits are counted from: the claim, or what was heard of it since.</param>
/// <param name="RemindedAt">When they were reminded; null if they were not.</param>
/// <param name="DueAt">When it is to be looked at.</param>
public sealed record IssueClaim(long Id, RepositoryRef Repository, int Number, Account Person, DateTimeOffset Since, DateTimeOffset? RemindedAt, DateTimeOffset DueAt);
