using System.ComponentModel.DataAnnotations;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Thanks;

/// <summary>Milestones: words alone, and rare.</summary>
public sealed record MilestonesSettings : MomentSettings
{
    /// <summary>Numbers of merged pull requests that are spoken of.</summary>
    /// <example>[10, 100]</example>
    [Range(1, int.MaxValue)]
    public IReadOnlyList<int> Counts { get; init; } = [5, 10, 25, 50, 100];
}
