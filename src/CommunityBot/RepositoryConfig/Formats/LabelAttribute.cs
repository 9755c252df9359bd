namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>The name of a label, or a pattern for it. Names on GitHub have at most 50 characters.</summary>
public sealed class LabelAttribute : TextFormatAttribute
{
    /// <summary>Marks a label.</summary>
    public LabelAttribute()
        : base("the name of a label, up to 50 characters") => Pattern = "^[^\\u0000-\\u001F]{1,50}$";
}
