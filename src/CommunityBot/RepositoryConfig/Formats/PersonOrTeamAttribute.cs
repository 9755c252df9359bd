namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>The login of a person, or a team of an organization.</summary>
public sealed class PersonOrTeamAttribute : TextFormatAttribute
{
    /// <summary>Marks a person or a team.</summary>
    public PersonOrTeamAttribute()
        : base("a login or org/team, without @") => Pattern = "^[A-Za-z0-9]([A-Za-z0-9_-]{0,98}[A-Za-z0-9])?(/[A-Za-z0-9_][A-Za-z0-9_-]{0,99})?$";
}
