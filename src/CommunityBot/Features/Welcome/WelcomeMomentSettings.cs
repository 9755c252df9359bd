using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Welcome;

/// <summary>A welcome: it goes with a heart.</summary>
public sealed record WelcomeMomentSettings : MomentSettings
{
    /// <summary>A welcome as it is by default.</summary>
    public WelcomeMomentSettings() => Reaction = "heart";
}
