namespace CommunityBot.RepositoryConfig;

/// <summary>A file of a repository as GitHub last showed it. That there is none is kept, too.</summary>
public sealed class ConfigFileRow
{
    /// <summary>Owner and name of the repository, in lower case.</summary>
    public required string Repository { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

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
}
