using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Welcome;

/// <summary>The welcome on a discussion: words alone.</summary>
public sealed record FirstDiscussionSettings : MomentSettings;
