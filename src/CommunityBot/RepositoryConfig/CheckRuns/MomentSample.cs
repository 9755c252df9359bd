namespace CommunityBot.RepositoryConfig.CheckRuns;

/// <summary>What is said of a moment, shown on an example.</summary>
/// <param name="Setting">The path of its settings in the config.</param>
/// <param name="Conditions">When it is said, as the keys and values of a variant; none if it is said always, or where no variant is.</param>
/// <param name="IsRest">Whether there are variants beside it.</param>
/// <param name="IsBuiltIn">Whether the config has no words of its own for it.</param>
/// <param name="Text">The text.</param>
public sealed record MomentSample(string Setting, IReadOnlyList<(string Key, string Value)> Conditions, bool IsRest, bool IsBuiltIn, string Text);
