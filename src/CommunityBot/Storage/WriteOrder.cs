namespace CommunityBot.Storage;

/// <summary>What a write is to come before.</summary>
public enum WriteOrder
{
    /// <summary>It shares a commit with whatever waits.</summary>
    Usual,

    /// <summary>It goes before those that are not urgent: somebody outside waits for it.</summary>
    Urgent,

    /// <summary>
    /// Replicas take turns from the begin of its commit to the end: they look for what is free, or how much of something is left, one after the other, and each sees what the one before it took.
    /// </summary>
    InTurn,
}
