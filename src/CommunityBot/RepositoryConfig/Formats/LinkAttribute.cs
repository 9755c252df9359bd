namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>A web address, or the path of a file in the repository.</summary>
public sealed class LinkAttribute : TextFormatAttribute
{
    /// <summary>Marks a link.</summary>
    public LinkAttribute()
        : base("an http or https address, or a path from the root of the repository without a slash at its start") =>
        Pattern = "^(https?://[^\\u0000-\\u0020<>\"\\\\/][^\\u0000-\\u0020<>\"\\\\]*|(?![A-Za-z][A-Za-z0-9+.-]*:)[^/\\u0000-\\u001F<>\"\\\\][^\\u0000-\\u001F<>\"\\\\]*)$";
}
