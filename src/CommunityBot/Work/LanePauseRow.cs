namespace CommunityBot.Work;

/// <summary>A lane, or the lanes of an installation, that are not to be claimed before a time.</summary>
public sealed class LanePauseRow
{
    /// <summary>Table of the queue.</summary>
    public required string Queue { get; init; }

    /// <summary>The lane; of the inbox the installation.</summary>
    public long Lane { get; init; }

    /// <summary>From which rank on: what is lower goes on.</summary>
    public Rank Rank { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public long Until { get; init; }
}
