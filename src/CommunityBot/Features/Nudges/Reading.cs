using CommunityBot.GitHub;

namespace CommunityBot.Features.Nudges;

/// <summary>A repository whose open pull requests are being read.</summary>
/// <param name="Repository">Which.</param>
/// <param name="DueAt">When it is its turn.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Cursor">Where it goes on.</param>
/// <param name="Waiting">How many of them were put in turns.</param>
public sealed record Reading(RepositoryRef Repository, DateTimeOffset DueAt, DateTimeOffset? StartedAt, string? Cursor, int Waiting);
