using CommunityBot.GitHub;

namespace CommunityBot.Team;

/// <summary>Who helps with an issue or a pull request.</summary>
/// <param name="Mentor">Who helps.</param>
/// <param name="IsKnown">Whether that was so before, for the same newcomer.</param>
public sealed record Mentoring(Account Mentor, bool IsKnown);
