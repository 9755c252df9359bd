namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>How much the bot does in a repository.</summary>
public enum BotMode
{
    /// <summary>Everything.</summary>
    On,

    /// <summary>It decides and records, and posts nothing.</summary>
    Observe,

    /// <summary>Nothing.</summary>
    Off,
}
