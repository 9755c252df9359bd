namespace CommunityBot.Work;

/// <summary>What goes on while the rest is held back, and goes first where ranks are in order. The numbers are stored.</summary>
public enum Rank
{
    /// <summary>Somebody asked for it, and waits: an answer to a command, say.</summary>
    Awaited = 0,

    /// <summary>Nobody knows of it before it is there.</summary>
    Unasked = 1,
}
