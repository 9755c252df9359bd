namespace CommunityBot.GitHub;

/// <summary>Pages that GitHub found for a repository, those of the owner's <c>.github</c> repository included.</summary>
/// <param name="Contributing">How to contribute.</param>
/// <param name="CodeOfConduct">How people treat each other.</param>
public sealed record CommunityProfile(string? Contributing = null, string? CodeOfConduct = null);
