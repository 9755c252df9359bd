namespace CommunityBot.Team;

/// <summary>That somebody helps with an issue or a pull request.</summary>
public sealed class MentoringRow
{
    /// <summary>Numeric id of the repository.</summary>
    public long RepositoryId { get; init; }

    /// <summary>Number of the issue or pull request.</summary>
    public long Number { get; init; }

    /// <summary>Numeric id of the installation, over which it is counted how busy somebody is.</summary>
    public long InstallationId { get; init; }

    /// <summary>Numeric id of who helps.</summary>
    public long MentorId { get; init; }

    /// <summary>Numeric id of who is helped; 0 while the mentor is only named for whoever comes.</summary>
    public long NewcomerId { get; init; }

    /// <summary>When it began, in milliseconds since 1970.</summary>
    public long StartedAt { get; init; }

    /// <summary>When it ended, in milliseconds since 1970; null while it goes on.</summary>
    public long? EndedAt { get; init; }
}
