namespace CommunityBot.Ledger;

/// <summary>A stored talk, post or demo, one for each repository, person and address.</summary>
public sealed class ShoutOutRow
{
    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Numeric id of whose it is.</summary>
    public long PersonId { get; init; }

    /// <summary>Where it is.</summary>
    public required string Address { get; init; }

    /// <summary>Login of whose it is, by then.</summary>
    public required string PersonLogin { get; init; }

    /// <summary>Name of the repository with its owner, by then.</summary>
    public required string Repository { get; init; }

    /// <summary>What it is, as it was written; empty if that was not said.</summary>
    public required string Text { get; init; }

    /// <summary>Page of the comment that tells of it.</summary>
    public required string CommentUrl { get; init; }

    /// <summary>When that was, in milliseconds since 1970.</summary>
    public long OccurredAt { get; init; }
}
