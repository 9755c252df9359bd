namespace CommunityBot.Features.Thanks;

/// <summary>Where the thanks for a release are said.</summary>
public enum ReleasePlace
{
    /// <summary>In a new discussion.</summary>
    Discussion,
}
