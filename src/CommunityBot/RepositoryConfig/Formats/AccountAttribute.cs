namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>The login of an account; of an app it ends with <c>[bot]</c>.</summary>
public sealed class AccountAttribute : TextFormatAttribute
{
    /// <summary>Marks an account.</summary>
    public AccountAttribute()
        : base("a login without @") => Pattern = "^[A-Za-z0-9]([A-Za-z0-9_-]{0,98}[A-Za-z0-9])?(\\[bot\\])?$";
}
