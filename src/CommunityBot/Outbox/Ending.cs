namespace CommunityBot.Outbox;

/// <summary>How a message comes to its end.</summary>
internal enum Ending
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It is not done, and not tried again: GitHub or the config does not let it, or it failed for too long.</summary>
    NotDone,

    /// <summary>It is not done, since what it says is not true any more.</summary>
    Outdated,
}
