using CommunityBot.GitHub;

namespace CommunityBot.RepositoryConfig;

/// <summary>One config for every repository: where there is no GitHub to ask for theirs.</summary>
/// <param name="config">The config.</param>
public sealed class FixedConfigSource(EffectiveConfig config) : IConfigSource
{
    /// <inheritdoc/>
    public ValueTask<EffectiveConfig> OfAsync(RepositoryRef repository, CancellationToken cancellationToken) => new(config);
}
