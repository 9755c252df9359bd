namespace CommunityBot.RepositoryConfig.Links;

/// <summary>The pages that were found for a repository.</summary>
public sealed class FoundLinksRow
{
    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>How to contribute.</summary>
    public string? Contributing { get; init; }

    /// <summary>How people treat each other.</summary>
    public string? CodeOfConduct { get; init; }

    /// <summary>Where the project is going.</summary>
    public string? Roadmap { get; init; }

    /// <summary>When they were looked for, in milliseconds since 1970.</summary>
    public long FoundAt { get; init; }
}
