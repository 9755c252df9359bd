namespace CommunityBot.Web.Setup;

/// <summary>What comes of showing a token.</summary>
public enum SetupEntry
{
    /// <summary>The browser may set the service up.</summary>
    Open,

    /// <summary>It is not the token.</summary>
    WrongToken,

    /// <summary>It is the token, and another browser has used it.</summary>
    UsedToken,

    /// <summary>There were so many wrong ones that this one was not looked at.</summary>
    TooManyTries,
}
