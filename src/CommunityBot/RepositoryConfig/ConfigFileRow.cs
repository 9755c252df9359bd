namespace CommunityBot.RepositoryConfig;

/// <summary>A file of a repository as GitHub last showed it. That there is none is kept, too.</summary>
public sealed class ConfigFileRow
{
    /// <summary>Where it is, by ids: <c>repository-ID</c>, or <c>owner-INSTALLATION</c> for the <c>.github</c> repository of an installation's account.</summary>
    public required string Place { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Numeric id of the installation through which it was last asked for or pushed to.</summary>
    public long InstallationId { get; init; }

    /// <summary>Owner and name of its repository by then.</summary>
    public required string Repository { get; init; }

    /// <summary>What is in it; null if there is no such file.</summary>
    public string? Text { get; init; }

    /// <summary>What was last in it that was not refused whole; null if nothing was.</summary>
    public string? GoodText { get; init; }

    /// <summary>GitHub's ETag of it.</summary>
    public string? Etag { get; init; }

    /// <summary>When it was read, in milliseconds since 1970; 0 if it never was.</summary>
    public long ReadAt { get; init; }

    /// <summary>When a push last touched it, in milliseconds since 1970; 0 if none did.</summary>
    public long PushedAt { get; init; }

    /// <summary>When GitHub last refused to show it, in milliseconds since 1970; 0 if it did not since it was read.</summary>
    public long RefusedAt { get; init; }
}
