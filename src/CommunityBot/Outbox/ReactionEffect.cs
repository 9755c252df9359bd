using CommunityBot.GitHub;

namespace CommunityBot.Outbox;

/// <summary>A reaction to a comment.</summary>
/// <param name="At">The comment.</param>
/// <param name="Content">The reaction by GitHub's name, for example <c>rocket</c>.</param>
public sealed record ReactionEffect(CommentPlace At, string Content) : Effect
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override IEnumerable<string> Deeds => [Of(Content)];

    /// <summary>A reaction in words.</summary>
    public static string Of(string content) => $"react with {content}";

    /// <inheritdoc/>
    public override string PlaceIn(RepositoryRef repository) => $"{repository.FullName} comment {At.Id}";
}
