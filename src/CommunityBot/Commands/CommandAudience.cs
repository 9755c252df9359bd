namespace CommunityBot.Commands;

/// <summary>Whose command it is.</summary>
public enum CommandAudience
{
    /// <summary>Everybody's.</summary>
    Anyone,

    /// <summary>That of the author of the issue, pull request or discussion.</summary>
    Author,

    /// <summary>That of the author and of insiders.</summary>
    AuthorAndInsiders,

    /// <summary>That of insiders.</summary>
    Insiders,
}
