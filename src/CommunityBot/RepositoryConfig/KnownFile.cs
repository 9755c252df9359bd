namespace CommunityBot.RepositoryConfig;

/// <summary>What is known of a file.</summary>
/// <param name="Repository">Owner and name of its repository when it was last asked for or pushed to.</param>
/// <param name="Text">What is in it, or null if there is none.</param>
/// <param name="GoodText">What was last in it that was not refused whole, or null.</param>
/// <param name="ETag">GitHub's ETag of it.</param>
/// <param name="ReadAt">When it was read.</param>
public sealed record KnownFile(string Repository, string? Text, string? GoodText, string? ETag, DateTimeOffset ReadAt)
{
    /// <summary>How long after a push a read at GitHub may still show what was before.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(10);

    /// <summary>How long GitHub is not asked again after it refused an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>When a push last touched it; the beginning of time if none did.</summary>
    public DateTimeOffset PushedAt { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>When GitHub last refused to show it, since it was read; the beginning of time if it did not.</summary>
    public DateTimeOffset RefusedAt { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Whether it is to be read again before it is used.</summary>
    /// <param name="now">Now.</param>
    /// <param name="fresh">How long it is taken to be as it was read although no push told of a change: one may have been lost.</param>
    /// <param name="repository">Owner and name of its repository now: nobody may have told of pushes while a repository moved.</param>
    public bool IsStale(DateTimeOffset now, TimeSpan fresh, string repository) =>
        (now - ReadAt >= fresh || ReadAt < PushedAt + Lag || !Repository.Equals(repository, StringComparison.OrdinalIgnoreCase))
        && (now - RefusedAt >= Patience || RefusedAt <= PushedAt);
}
