namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>What is known of an occasion when a message is chosen.</summary>
/// <param name="Labels">Names of the item's labels.</param>
/// <param name="Files">Paths of the files that the pull request changes; none of anything else.</param>
/// <param name="At">When it happens.</param>
/// <param name="LastContribution">When the person contributed to the repository before, if ever.</param>
public sealed record VariantFacts(IReadOnlyList<string> Labels, IReadOnlyList<string> Files, DateTimeOffset At, DateTimeOffset? LastContribution);
