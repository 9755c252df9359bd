namespace CommunityBot.GitHub;

/// <summary>How much it matters that requests are made now: who comes later leaves so much of the points of a minute to those after it.</summary>
public enum RequestUrgency
{
    /// <summary>They are to find out whether there is something to say.</summary>
    Unasked,

    /// <summary>They are to say what is written already.</summary>
    Written,

    /// <summary>Somebody waits: they may use what is kept in reserve.</summary>
    Awaited,
}
