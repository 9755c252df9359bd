using CommunityBot.Messages;

namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>A language that there are built-in texts in.</summary>
public sealed class LanguageAttribute : TextFormatAttribute
{
    /// <summary>Marks a language.</summary>
    public LanguageAttribute()
        : base("a language of the built-in texts") => Allowed = Languages.All;
}
