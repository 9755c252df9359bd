using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>What counts as merged.</summary>
public sealed record MergeSettings
{
    /// <summary>
    /// Labels of a project that merges in another way than by GitHub's button: a pull request that is closed with one of them counts as merged. The label may come before or after; who wrote it hears of a closing without it only after ten minutes.
    /// </summary>
    /// <example>[Merged]</example>
    [Label]
    [OneOrMany]
    public IReadOnlyList<string> MergedLabels { get; init; } = [];
}
