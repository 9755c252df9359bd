namespace CommunityBot.GitHubSimulator;

/// <summary>Checks of a commit by another App; without a conclusion they are still running.</summary>
public sealed record SimulatedCheckSuite(long Id, string HeadSha, string? Conclusion, DateTimeOffset UpdatedAt);
