using CommunityBot.GitHub;

namespace CommunityBot.Outbox;

/// <summary>Nothing more to do: the moment is spoken of in the comment of another one, so that one event leads to one comment.</summary>
/// <param name="Moment">Kind of the moment whose comment it is.</param>
public sealed record TogetherEffect(string Moment) : Effect
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override string PlaceIn(RepositoryRef repository) => repository.FullName;
}
