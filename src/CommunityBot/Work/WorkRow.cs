namespace CommunityBot.Work;

/// <summary>The columns that every table of work has. Times are milliseconds since 1970.</summary>
public abstract class WorkRow
{
    /// <summary>Place in the queue; rises and is never used again.</summary>
    public long Seq { get; init; }

    /// <summary>What it must stay in order with.</summary>
    public long Lane { get; init; }

    /// <summary>Where it stands.</summary>
    public WorkState State { get; init; }

    /// <summary>When it may be claimed; while it runs, when its lease ends.</summary>
    public long DueAt { get; init; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; init; }

    /// <summary>When it came in, or was first to be done.</summary>
    public long CreatedAt { get; init; }

    /// <summary>When giving up is counted from: when it first failed, or when an operator last had it tried again after it was given up; null if neither has happened.</summary>
    public long? RetriedAt { get; init; }

    /// <summary>When it was completed or parked.</summary>
    public long? FinishedAt { get; init; }

    /// <summary>Why the last attempt failed, or why it was ended.</summary>
    public string? Error { get; init; }
}
