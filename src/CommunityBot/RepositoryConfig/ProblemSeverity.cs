namespace CommunityBot.RepositoryConfig;

/// <summary>How much a problem matters.</summary>
public enum ProblemSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Notice,

    /// <summary>Something that was written has no effect.</summary>
    Error,
}
