namespace CommunityBot.Inbox;

/// <summary>The body of a delivery, apart from its row so that changes of state do not write it again; deleted once it was kept long enough.</summary>
public sealed class PayloadRow
{
    /// <summary>The delivery's place in the inbox.</summary>
    public long Seq { get; init; }

    /// <summary>The body as GitHub sent it, compressed.</summary>
    public required byte[] Body { get; init; }
}
