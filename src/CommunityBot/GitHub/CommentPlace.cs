namespace CommunityBot.GitHub;

/// <summary>A comment, as it is reacted to.</summary>
/// <param name="Kind">What it stands on, which decides who knows it.</param>
/// <param name="Id">Numeric id, by which the REST interface knows it.</param>
/// <param name="NodeId">Id by which GraphQL knows it.</param>
public sealed record CommentPlace(CommentKind Kind, long Id, string NodeId);

/// <summary>What a comment stands on.</summary>
public enum CommentKind
{
    /// <summary>An issue, or the conversation of a pull request.</summary>
    Issue,

    /// <summary>A line of what a pull request changes.</summary>
    Review,

    /// <summary>A discussion.</summary>
    Discussion,
}
