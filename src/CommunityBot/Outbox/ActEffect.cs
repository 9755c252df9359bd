using CommunityBot.GitHub;

namespace CommunityBot.Outbox;

/// <summary>What somebody asked for in a comment, done without a word. The comment gets a reaction: a rocket when it is done, a confused face if GitHub refuses it.</summary>
/// <param name="Number">On which issue or pull request.</param>
/// <param name="Acts">What is done, one after the other; nothing after one that GitHub refuses.</param>
/// <param name="Answer">The comment that asked for it; null if none did.</param>
public sealed record ActEffect(int Number, IReadOnlyList<Act> Acts, CommentPlace? Answer) : Effect
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override string PlaceIn(RepositoryRef repository) => $"{repository.FullName}#{Number}";
}
