namespace CommunityBot.Team;

/// <summary>That somebody said they are working on an issue. Of those that go on there is one for an issue.</summary>
public sealed class ClaimRow
{
    /// <summary>Its id.</summary>
    public long Id { get; init; }

    /// <summary>Numeric id of the installation.</summary>
    public long InstallationId { get; init; }

    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Owner and name of the repository.</summary>
    public required string Repository { get; init; }

    /// <summary>Number of the issue.</summary>
    public long Number { get; init; }

    /// <summary>Numeric id of who claimed it.</summary>
    public long PersonId { get; init; }

    /// <summary>The login that they had then.</summary>
    public required string Login { get; init; }

    /// <summary>When it was claimed, in milliseconds since 1970.</summary>
    public long ClaimedAt { get; init; }

    /// <summary>What the waits are counted from, in milliseconds since 1970: the claim, or what was heard of it since.</summary>
    public long Since { get; init; }

    /// <summary>When they were reminded, in milliseconds since 1970; null if they were not.</summary>
    public long? RemindedAt { get; init; }

    /// <summary>When it is to be looked at, in milliseconds since 1970.</summary>
    public long DueAt { get; init; }

    /// <summary>When it ended, in milliseconds since 1970; null while it goes on.</summary>
    public long? EndedAt { get; init; }
}
