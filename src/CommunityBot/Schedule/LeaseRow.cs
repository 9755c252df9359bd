namespace CommunityBot.Schedule;

/// <summary>What one replica does for all of them, and until when it is that one's. In those of <see cref="Hosting.DatabaseUse"/>, since when.</summary>
public sealed class LeaseRow
{
    /// <summary>What is done.</summary>
    public required string Name { get; init; }

    /// <summary>The process that does it.</summary>
    public required string Owner { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public long Until { get; init; }
}
