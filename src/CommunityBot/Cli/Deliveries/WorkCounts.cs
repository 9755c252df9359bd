namespace CommunityBot.Cli.Deliveries;

/// <summary>How much there is to do.</summary>
/// <param name="Parked">How much was given up.</param>
/// <param name="Waiting">How much waits or runs.</param>
internal sealed record WorkCounts(int Parked, int Waiting);
