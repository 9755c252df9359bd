using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Closing;

/// <summary>Nothing but words: the config has no key for them.</summary>
internal sealed record ClosingMomentSettings : MomentSettings
{
    public static readonly ClosingMomentSettings None = new();
}
