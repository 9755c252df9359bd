namespace CommunityBot.Features.Nudges;

/// <summary>Whose pull requests are looked after.</summary>
public enum NudgeAuthors
{
    /// <summary>Those of people who are no insiders.</summary>
    Outsiders,

    /// <summary>Those of all people.</summary>
    Everyone,
}
