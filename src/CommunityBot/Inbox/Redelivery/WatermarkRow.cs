namespace CommunityBot.Inbox.Redelivery;

/// <summary>Up to when the list of an App's deliveries was read.</summary>
public sealed class WatermarkRow
{
    /// <summary>Numeric id of the App.</summary>
    public long AppId { get; init; }

    /// <summary>Milliseconds since 1970, by GitHub's clock.</summary>
    public long ReadUntil { get; init; }
}
