namespace CommunityBot.Schedule;

/// <summary>What one replica does for all of them, and until when it is that one's. In the one of <see cref="Hosting.PreviewEnd"/>, until when what was written is not of a preview.</summary>
public sealed class LeaseRow
{
    /// <summary>What is done.</summary>
    public required string Name { get; init; }

    /// <summary>The process that does it.</summary>
    public required string Owner { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public long Until { get; init; }
}
