namespace CommunityBot.Web.Home;

/// <summary>What is done with what would be said.</summary>
public enum HomeMode
{
    /// <summary>It is shown on the page: there is no account.</summary>
    Preview,

    /// <summary>It is recorded: the operator wants it so.</summary>
    DryRun,

    /// <summary>It is posted.</summary>
    Live,
}
