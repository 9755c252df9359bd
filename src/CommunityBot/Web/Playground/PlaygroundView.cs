using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CommunityBot.Web.Comments;

namespace CommunityBot.Web.Playground;

/// <summary>What the playground shows.</summary>
/// <param name="Config">The config as it was written.</param>
/// <param name="Moment">The moment.</param>
/// <param name="Language">The language that was chosen.</param>
/// <param name="Repository">The repository as it was written.</param>
/// <param name="Look">How comments are looked at, or null.</param>
public sealed record PlaygroundView(string Config, Moment Moment, string Language, string Repository, string? Look)
{
    /// <summary>What can be chosen.</summary>
    public required IReadOnlyList<Moment> Moments { get; init; }

    /// <summary>What is wrong with the config.</summary>
    public required IReadOnlyList<ConfigProblem> Problems { get; init; }

    /// <summary>Whether the config says nothing, since it is refused whole.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>The language that the config names, or null.</summary>
    public required string? OwnLanguage { get; init; }

    /// <summary>Where the example is.</summary>
    public required string Place { get; init; }

    /// <summary>What the example is about.</summary>
    public required MessageItem Item { get; init; }

    /// <summary>What is said.</summary>
    public required IReadOnlyList<PlaygroundText> Texts { get; init; }

    /// <summary>Whether there are more variants than are shown.</summary>
    public required bool HasMore { get; init; }

    /// <summary>Why nothing of it is posted, and what to write; empty if it is.</summary>
    public required IReadOnlyList<Hush> Hushes { get; init; }

    /// <summary>Where the config can be proposed.</summary>
    public required NewFile NewFile { get; init; }
}

/// <summary>One text of a moment.</summary>
/// <param name="When">When it is said, if there are others.</param>
/// <param name="Language">The language that it is known to be in; null for words of the config.</param>
/// <param name="Comment">The comment.</param>
public sealed record PlaygroundText(string? When, string? Language, CommentView Comment);
