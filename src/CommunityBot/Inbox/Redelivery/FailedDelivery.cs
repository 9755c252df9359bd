namespace CommunityBot.Inbox.Redelivery;

/// <summary>A delivery that is to be asked for.</summary>
/// <param name="Id"><c>X-GitHub-Delivery</c>.</param>
/// <param name="AttemptId">Numeric id of the attempt that failed.</param>
/// <param name="Asked">How often it was asked for.</param>
public sealed record FailedDelivery(string Id, long AttemptId, int Asked);
