namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>A reaction by <see href="https://docs.github.com/rest/reactions/reactions">GitHub's name</see>, or none.</summary>
public sealed class ReactionAttribute : TextFormatAttribute
{
    /// <summary>What is written for no reaction.</summary>
    public const string None = "none";

    /// <summary>Marks a reaction.</summary>
    public ReactionAttribute()
        : base("a reaction") => Allowed = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes", None];
}
