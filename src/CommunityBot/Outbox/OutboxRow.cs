using CommunityBot.Work;

namespace CommunityBot.Outbox;

/// <summary>A stored message: one moment, said once.</summary>
public sealed class OutboxRow : WorkRow
{
    /// <summary>The moment's kind.</summary>
    public required string Moment { get; init; }

    /// <summary>What the moment is once per.</summary>
    public required string Key { get; init; }

    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Owner and name of the repository when the message was written.</summary>
    public required string Repository { get; init; }

    /// <summary>Number of the issue or pull request.</summary>
    public int Number { get; init; }

    /// <summary>The comment, marker included.</summary>
    public required string Body { get; init; }

    /// <summary>The reaction that goes with it, by GitHub's name, or null.</summary>
    public string? Reaction { get; init; }

    /// <summary>The delivery that led to it.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>The latest time at which a comment of it may have been created, in milliseconds since 1970: what pacing is counted from.</summary>
    public long? ContentAt { get; init; }

    /// <summary>Address of the comment once it is posted; empty if nothing was posted on purpose.</summary>
    public string? CommentUrl { get; init; }
}
