namespace CommunityBot.RepositoryConfig;

/// <summary>The value of a key that is in force.</summary>
/// <param name="KeyPath">The key.</param>
/// <param name="Text">The value, as a config says it; empty if there is none.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record EffectiveValue(string KeyPath, string Text, ConfigOrigin Origin);
