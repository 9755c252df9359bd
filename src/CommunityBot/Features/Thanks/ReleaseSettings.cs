using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.Features.Thanks;

/// <summary>Where discussions of its own are opened.</summary>
public sealed record ReleaseSettings
{
    /// <summary>The category of discussions that it is said in. Where the repository has none of that name, nothing is said.</summary>
    [Category]
    public string Category { get; init; } = "Announcements";
}
