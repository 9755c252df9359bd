using CommunityBot.GitHub;

namespace CommunityBot.Ledger;

/// <summary>Stored thanks, one for each giver, receiver and comment.</summary>
public sealed class KudosRow
{
    /// <summary>Numeric id of who thanks.</summary>
    public long GiverId { get; init; }

    /// <summary>Numeric id of who is thanked.</summary>
    public long ReceiverId { get; init; }

    /// <summary>What the comment stands on.</summary>
    public CommentKind CommentKind { get; init; }

    /// <summary>Numeric id of the comment.</summary>
    public long CommentId { get; init; }

    /// <summary>Login of who thanks, by then.</summary>
    public required string GiverLogin { get; init; }

    /// <summary>Login of who is thanked, by then.</summary>
    public required string ReceiverLogin { get; init; }

    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Name of the repository with its owner, by then.</summary>
    public required string Repository { get; init; }

    /// <summary>The comment's page.</summary>
    public required string Url { get; init; }

    /// <summary>What for, as it was written; empty if that was not said.</summary>
    public required string Text { get; init; }

    /// <summary>When, in milliseconds since 1970.</summary>
    public long OccurredAt { get; init; }
}
