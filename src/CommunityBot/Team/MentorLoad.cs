namespace CommunityBot.Team;

/// <summary>How busy a mentor is.</summary>
/// <param name="Open">Newcomers whom they help.</param>
/// <param name="LastAt">When they were last chosen, in milliseconds since 1970; 0 if that is long ago.</param>
public readonly record struct MentorLoad(long Open, long LastAt);
