namespace CommunityBot.RepositoryConfig.Links;

/// <summary>The pages that were found for a repository, as addresses; null where there is none.</summary>
/// <param name="Contributing">How to contribute.</param>
/// <param name="CodeOfConduct">How people treat each other.</param>
/// <param name="Roadmap">Where the project is going.</param>
public sealed record FoundLinks(string? Contributing, string? CodeOfConduct, string? Roadmap)
{
    /// <summary>Whether nothing is left to look for.</summary>
    public bool AreComplete => this is { Contributing: not null, CodeOfConduct: not null, Roadmap: not null };

    /// <summary>What is missing, taken from somewhere else.</summary>
    public FoundLinks Or(FoundLinks other) => new(Contributing ?? other.Contributing, CodeOfConduct ?? other.CodeOfConduct, Roadmap ?? other.Roadmap);
}
