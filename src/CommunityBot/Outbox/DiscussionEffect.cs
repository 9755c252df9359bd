using CommunityBot.GitHub;

namespace CommunityBot.Outbox;

/// <summary>A new discussion.</summary>
/// <param name="Category">Name of the category that it is in; where a repository has none of that name, nothing is said.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its text, marker included.</param>
public sealed record DiscussionEffect(string Category, string Title, string Body) : SpokenEffect(Body)
{
    /// <inheritdoc/>
    public override string PlaceIn(RepositoryRef repository) => $"{repository.FullName}/discussions/categories/{Category}";
}
