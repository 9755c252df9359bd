using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Welcome;

/// <summary>The word on how to read a review: words alone.</summary>
public sealed record FirstReviewSettings : MomentSettings;
