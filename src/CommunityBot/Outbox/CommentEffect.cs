using CommunityBot.GitHub;

namespace CommunityBot.Outbox;

/// <summary>A comment on an issue or a pull request, and what goes with it.</summary>
/// <param name="Number">On which issue or pull request.</param>
/// <param name="Body">The comment, marker included.</param>
public sealed record CommentEffect(int Number, string Body) : SpokenEffect(Body)
{
    /// <summary>Id of the comment on a line of the pull request with which the thread begins that it is said in; null if it is said in the conversation.</summary>
    public long? Thread { get; init; }

    /// <inheritdoc/>
    public override string PlaceIn(RepositoryRef repository) => $"{repository.FullName}#{Number}";

    /// <inheritdoc/>
    public override string ThreadIn(RepositoryRef repository) => $"{repository.Id}#{Number}";
}
