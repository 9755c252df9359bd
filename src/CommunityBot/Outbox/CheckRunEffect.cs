using CommunityBot.GitHub;

namespace CommunityBot.Outbox;

/// <summary>A completed check run on a commit.</summary>
/// <param name="Run">The check run.</param>
public sealed record CheckRunEffect(CheckRun Run) : Effect
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override string PlaceIn(RepositoryRef repository) => $"{repository.FullName}@{Run.HeadSha}";
}
