namespace CommunityBot.RepositoryConfig;

/// <summary>What is known of a file.</summary>
/// <param name="Text">What is in it, or null if there is none.</param>
/// <param name="GoodText">What was last in it that was not refused whole, or null.</param>
/// <param name="ETag">GitHub's ETag of it.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="PushedAt">When a push last touched it.</param>
public sealed record KnownFile(string? Text, string? GoodText, string? ETag, DateTimeOffset ReadAt, DateTimeOffset PushedAt)
{
    /// <summary>How long after a push a read at GitHub may still show what was before.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(10);

    /// <summary>Whether it is to be read again before it is used.</summary>
    /// <param name="now">Now.</param>
    /// <param name="fresh">How long it is taken to be as it was read although no push told of a change: one may have been lost.</param>
    public bool IsStale(DateTimeOffset now, TimeSpan fresh) => now - ReadAt >= fresh || ReadAt < PushedAt + Lag;
}
