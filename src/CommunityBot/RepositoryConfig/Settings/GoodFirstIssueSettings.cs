using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>Issues that newcomers can begin with. Whoever names issues to go on with reads the labels here, too.</summary>
public sealed record GoodFirstIssueSettings : MomentSettings
{
    /// <summary>
    /// The labels of such issues. By default the one that
    /// <see href="https://docs.github.com/communities/setting-up-your-project-for-healthy-contributions/encouraging-helpful-contributions-to-your-project-with-labels">GitHub gives to every new repository</see>.
    /// </summary>
    /// <example>["good first issue", easy]</example>
    [Label]
    [OneOrMany]
    public new IReadOnlyList<string> Labels { get; init; } = ["good first issue"];
}
