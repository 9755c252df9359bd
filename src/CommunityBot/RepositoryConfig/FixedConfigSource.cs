using CommunityBot.GitHub;

namespace CommunityBot.RepositoryConfig;

/// <summary>One config for every repository: where there is no GitHub to ask for theirs.</summary>
/// <param name="config">The config, made when it is first asked for.</param>
public sealed class FixedConfigSource(Lazy<EffectiveConfig> config) : IConfigSource
{
    /// <inheritdoc/>
    public ValueTask<EffectiveConfig> OfAsync(RepositoryRef repository, CancellationToken cancellationToken) => new(config.Value);
}
