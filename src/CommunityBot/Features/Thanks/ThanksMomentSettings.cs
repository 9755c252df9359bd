using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Thanks;

/// <summary>Thanks: words alone, by default.</summary>
public sealed record ThanksMomentSettings : MomentSettings;
