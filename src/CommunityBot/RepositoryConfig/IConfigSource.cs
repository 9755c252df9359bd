using CommunityBot.GitHub;

namespace CommunityBot.RepositoryConfig;

/// <summary>Knows what is in force in each repository.</summary>
public interface IConfigSource
{
    /// <summary>What is in force in a repository.</summary>
    ValueTask<EffectiveConfig> OfAsync(RepositoryRef repository, CancellationToken cancellationToken);
}
