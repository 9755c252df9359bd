namespace CommunityBot.Web.Home;

/// <summary>How the work stands.</summary>
/// <param name="LastDelivery">When the last delivery came in; null if none did.</param>
/// <param name="Inbox">Deliveries.</param>
/// <param name="Outbox">Messages.</param>
public sealed record WorkView(DateTimeOffset? LastDelivery, QueueView Inbox, QueueView Outbox);

/// <summary>How a queue stands.</summary>
/// <param name="Due">How many are due and not in hand.</param>
/// <param name="DueSince">Since when the first of them is due; null if none is.</param>
/// <param name="Parked">How many were given up.</param>
public sealed record QueueView(long Due, DateTimeOffset? DueSince, long Parked);
