using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>What can be said about every moment. A moment that has more to it adds keys of its own.</summary>
public abstract record MomentSettings
{
    /// <summary>Whether it is spoken about at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What is said, instead of the built-in text: Markdown and Liquid.</summary>
    /// <example>Thank you, {{ author.mention }}.</example>
    [Template]
    public string? Message { get; init; }

    /// <summary>Labels that the item gets.</summary>
    /// <example>[newcomer]</example>
    [Label]
    [OneOrMany]
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The reaction that goes with the comment; <c>none</c> for none.</summary>
    [Reaction]
    public string Reaction { get; init; } = ReactionAttribute.None;

    /// <summary>Other messages for some: the first whose conditions all hold speaks instead.</summary>
    public IReadOnlyList<VariantSettings> Variants { get; init; } = [];

    /// <summary>The reaction as GitHub knows it, or null for none.</summary>
    public string? GitHubReaction() => Reaction == ReactionAttribute.None ? null : Reaction;
}
