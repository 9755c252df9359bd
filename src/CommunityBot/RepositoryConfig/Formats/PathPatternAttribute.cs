namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>A pattern for paths of files, see <see cref="Settings.PathPattern"/>.</summary>
public sealed class PathPatternAttribute : TextFormatAttribute
{
    /// <summary>Marks a pattern.</summary>
    public PathPatternAttribute()
        : base("a pattern for paths from the root of the repository, without a slash at its start, for example docs/**") => Pattern = "^[^/\\u0000-\\u001F][^\\u0000-\\u001F]{0,254}$";
}
