namespace CommunityBot.Features.Welcome;

/// <summary>What somebody can open.</summary>
public enum ItemKind
{
    /// <summary>An issue.</summary>
    Issue,

    /// <summary>A pull request.</summary>
    PullRequest,

    /// <summary>A discussion.</summary>
    Discussion,
}
