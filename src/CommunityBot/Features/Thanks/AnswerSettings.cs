using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Thanks;

/// <summary>The thanks for an answer: words alone.</summary>
public sealed record AnswerSettings : MomentSettings;
