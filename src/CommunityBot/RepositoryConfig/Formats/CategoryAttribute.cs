namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>The name of a category of discussions. GitHub's limit for it is not documented; a hundred characters are more than its page shows.</summary>
public sealed class CategoryAttribute : TextFormatAttribute
{
    /// <summary>Marks a category.</summary>
    public CategoryAttribute()
        : base("the name of a category of discussions, up to 100 characters") => Pattern = "^[^\\u0000-\\u001F]{1,100}$";
}
