using CommunityBot.GitHub;

namespace CommunityBot.Commands;

/// <summary>That the commands of a comment, or of an edit of it, were run.</summary>
public sealed class HeardCommentRow
{
    /// <summary>What it stands on.</summary>
    public CommentKind Kind { get; init; }

    /// <summary>Numeric id of the comment.</summary>
    public long CommentId { get; init; }

    /// <summary>When it was edited, in milliseconds since 1970; 0 for the comment as it was written first.</summary>
    public long EditedAt { get; init; }

    /// <summary>When it was written as it was heard, in milliseconds since 1970.</summary>
    public long WrittenAt { get; init; }
}
