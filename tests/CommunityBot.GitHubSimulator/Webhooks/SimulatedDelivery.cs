namespace CommunityBot.GitHubSimulator;

/// <summary>A delivery as GitHub makes it; sent again, it keeps its id.</summary>
/// <param name="Id"><c>X-GitHub-Delivery</c>.</param>
/// <param name="Event"><c>X-GitHub-Event</c>.</param>
/// <param name="Body">The payload.</param>
public sealed record SimulatedDelivery(string Id, string Event, byte[] Body);
