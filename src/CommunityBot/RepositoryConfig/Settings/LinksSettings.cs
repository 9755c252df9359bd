using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>Where messages point to: paths in the repository or web addresses. What is absent is looked for in the repository.</summary>
public sealed record LinksSettings
{
    /// <summary>How to contribute.</summary>
    /// <example>CONTRIBUTING.md</example>
    [Link]
    public string? Contributing { get; init; }

    /// <summary>How people treat each other.</summary>
    /// <example>CODE_OF_CONDUCT.md</example>
    [Link]
    public string? CodeOfConduct { get; init; }

    /// <summary>Where the project is going.</summary>
    /// <example>ROADMAP.md</example>
    [Link]
    public string? Roadmap { get; init; }

    /// <summary>Where people talk.</summary>
    /// <example>https://example.org/chat</example>
    [Link]
    public string? Chat { get; init; }

    /// <summary>Where ideas are gathered.</summary>
    /// <example>https://example.org/survey</example>
    [Link]
    public string? Ideas { get; init; }
}
