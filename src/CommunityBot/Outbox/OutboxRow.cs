using CommunityBot.Work;

namespace CommunityBot.Outbox;

/// <summary>A stored message: one moment, said once.</summary>
public sealed class OutboxRow : WorkRow
{
    /// <summary>The moment's kind.</summary>
    public required string Moment { get; init; }

    /// <summary>What the moment is once per.</summary>
    public required string Key { get; init; }

    /// <summary>Whether somebody waits for it, which lets it go first.</summary>
    public Rank Rank { get; init; }

    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Owner and name of the repository when the message was written.</summary>
    public required string Repository { get; init; }

    /// <summary>What it does at GitHub, as <see cref="EffectCodec"/> writes it; empty once it was done long ago.</summary>
    public required string Effect { get; init; }

    /// <summary>The conversation that it adds to, as <see cref="CommentEffect.ThreadIn"/> names it; null if it adds to none.</summary>
    public string? Thread { get; init; }

    /// <summary>The delivery that led to it.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>The latest time at which content of it may have been created, in milliseconds since 1970: what pacing is counted from.</summary>
    public long? ContentAt { get; init; }

    /// <summary>Where it is to be seen once it is posted; empty if nothing was posted on purpose.</summary>
    public string? Url { get; init; }
}
