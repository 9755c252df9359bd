using CommunityBot.GitHub;

namespace CommunityBot.Outbox;

/// <summary>A comment on an issue or a pull request, and what goes with it.</summary>
/// <param name="Number">On which issue or pull request.</param>
/// <param name="Body">The comment, marker included.</param>
public sealed record CommentEffect(int Number, string Body) : SpokenEffect(Body)
{
    /// <inheritdoc/>
    public override string PlaceIn(RepositoryRef repository) => $"{repository.FullName}#{Number}";
}
