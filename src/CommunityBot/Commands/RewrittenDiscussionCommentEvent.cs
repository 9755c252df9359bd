using System.Text.Json.Serialization;
using Octokit.Webhooks.Events;

namespace CommunityBot.Commands;

/// <summary>An edit of a comment on a discussion. The library's own event has no place for the text before the edit.</summary>
public sealed record RewrittenDiscussionCommentEvent : DiscussionCommentEvent
{
    /// <summary>What was changed.</summary>
    [JsonPropertyName("changes")]
    public RewrittenParts? Changes { get; init; }

    /// <summary>What an edit changed.</summary>
    /// <param name="Body">The text.</param>
    public sealed record RewrittenParts([property: JsonPropertyName("body")] RewrittenText? Body);

    /// <summary>A text that an edit changed.</summary>
    /// <param name="From">The text before.</param>
    public sealed record RewrittenText([property: JsonPropertyName("from")] string? From);
}
