namespace CommunityBot.Outbox;

/// <summary>What is recorded of that which somebody asks for before it is done. It is kept as JSON: the numbers here are stored and never change.</summary>
public enum Recorded
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>That they claimed an issue.</summary>
    Claim = 1,

    /// <summary>Who helps them.</summary>
    Mentoring = 2,
}
