using CommunityBot.GitHub;

namespace CommunityBot.Outbox;

/// <summary>A comment on a discussion, and what goes with it.</summary>
/// <param name="DiscussionId">On which discussion: its node id, by which GraphQL knows it.</param>
/// <param name="Number">Its number.</param>
/// <param name="Body">The comment, marker included.</param>
public sealed record DiscussionCommentEffect(string DiscussionId, int Number, string Body) : SpokenEffect(Body)
{
    /// <inheritdoc/>
    public override string PlaceIn(RepositoryRef repository) => $"{repository.FullName}/discussions/{Number}";

    /// <inheritdoc/>
    public override string ThreadIn(RepositoryRef repository) => $"{repository.Id}/discussions/{Number}";
}
