namespace CommunityBot.RepositoryConfig;

/// <summary>Where the value of a key comes from, the farthest first.</summary>
public enum ConfigOrigin
{
    /// <summary>Nobody wrote it.</summary>
    Default,

    /// <summary><c>.github/config.yml</c>, which the welcome bot used.</summary>
    WelcomeBotFile,

    /// <summary>The file in the owner's <c>.github</c> repository.</summary>
    OwnerFile,

    /// <summary>The repository's own file.</summary>
    RepositoryFile,
}
