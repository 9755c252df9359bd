using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Mentoring;

/// <summary>What the config says of a moment that it has no words for: nothing.</summary>
internal sealed record BuiltInWords : MomentSettings
{
    public static readonly BuiltInWords Settings = new();
}
