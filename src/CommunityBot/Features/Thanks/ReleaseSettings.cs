using CommunityBot.RepositoryConfig.Formats;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Thanks;

/// <summary>The thanks for a release, which are off by default: they are a post of their own.</summary>
public sealed record ReleaseSettings : MomentSettings
{
    /// <summary>The thanks as they are by default.</summary>
    public ReleaseSettings() => Enabled = false;

    /// <summary>Where it is said.</summary>
    public ReleasePlace Publish { get; init; }

    /// <summary>The category of discussions that it is said in. Where the repository has none of that name, nothing is said.</summary>
    [Category]
    public string Category { get; init; } = "Announcements";
}
