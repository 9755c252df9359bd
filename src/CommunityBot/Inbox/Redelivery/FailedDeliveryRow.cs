namespace CommunityBot.Inbox.Redelivery;

/// <summary>A delivery that GitHub could not bring, until it is here or GitHub no longer has it.</summary>
public sealed class FailedDeliveryRow
{
    /// <summary><c>X-GitHub-Delivery</c>.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>Numeric id of the attempt that failed, by which it is asked for.</summary>
    public long AttemptId { get; init; }

    /// <summary>When that was, in milliseconds since 1970.</summary>
    public long DeliveredAt { get; init; }

    /// <summary>How often it was asked for.</summary>
    public int Asked { get; init; }

    /// <summary>When it is asked for next, in milliseconds since 1970.</summary>
    public long DueAt { get; init; }
}
