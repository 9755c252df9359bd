using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Thanks;

/// <summary>The thanks for a first merge, which go with a celebration.</summary>
public sealed record FirstMergeSettings : MomentSettings
{
    /// <summary>The thanks as they are by default.</summary>
    public FirstMergeSettings() => Reaction = "hooray";
}
