namespace CommunityBot.Inbox.Redelivery;

/// <summary>
/// A repository whose state is compared with the ledger; with 0 for its id, an installation whose repositories are listed, and with 0 for both, the App whose installations are.
/// </summary>
public sealed class StateReadRow
{
    /// <summary>Numeric id of the installation, or 0.</summary>
    public long InstallationId { get; init; }

    /// <summary>Numeric id of the repository, or 0.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Owner and name; empty where there is no repository.</summary>
    public required string Repository { get; init; }

    /// <summary>Since when it is to be read, in milliseconds since 1970: what happened before was read, or is none of the bot's business.</summary>
    public long Since { get; init; }

    /// <summary>How far the reading that is under way has come, in milliseconds since 1970; null if none is.</summary>
    public long? Position { get; init; }

    /// <summary>When it is read next, in milliseconds since 1970.</summary>
    public long DueAt { get; init; }
}
