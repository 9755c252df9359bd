namespace CommunityBot.RepositoryConfig;

/// <summary>What is known of a file.</summary>
/// <param name="Text">What is in it, or null if there is none.</param>
/// <param name="GoodText">What was last in it that was not refused whole, or null.</param>
/// <param name="ETag">GitHub's ETag of it.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="PushedAt">When a push last touched it.</param>
public sealed record KnownFile(string? Text, string? GoodText, string? ETag, DateTimeOffset ReadAt, DateTimeOffset PushedAt)
{
    /// <summary>
    /// How long a file is taken to be as it was read. Pushes tell of changes at once, but one that was lost, or that GitHub did not send since the App is
    /// not installed in the owner's <c>.github</c> repository, must not be missed for ever.
    /// </summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>How long after a push a read at GitHub may still show what was before.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(10);

    /// <summary>Whether it is to be read again before it is used.</summary>
    public bool IsStale(DateTimeOffset now) => now - ReadAt >= Fresh || ReadAt < PushedAt + Lag;
}
