namespace CommunityBot.Work;

/// <summary>Where a row of the inbox or the outbox stands; <c>docs/architecture.md</c> has the diagram.</summary>
public enum WorkState
{
    /// <summary>Waits for its due time and for a worker.</summary>
    Available = 0,

    /// <summary>A worker has it; its due time is the end of the lease.</summary>
    Running = 1,

    /// <summary>Done, or deliberately ended.</summary>
    Completed = 2,

    /// <summary>Given up; an operator can see why and have it tried again.</summary>
    Parked = 3,
}
