namespace CommunityBot.Web.Comments;

/// <summary>Reactions as GitHub shows them.</summary>
public static class ReactionEmoji
{
    /// <summary>The sign of a reaction, by <see href="https://docs.github.com/rest/reactions/reactions#about-reactions">GitHub's name</see>.</summary>
    public static string Of(string content) => content switch
    {
        "+1" => "👍",
        "-1" => "👎",
        "laugh" => "😄",
        "hooray" => "🎉",
        "confused" => "😕",
        "heart" => "❤️",
        "rocket" => "🚀",
        "eyes" => "👀",
        _ => content,
    };
}
