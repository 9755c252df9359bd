namespace CommunityBot.GitHub;

/// <summary>Whether GitHub answers, as far as this process knows without asking.</summary>
public sealed class GitHubContact(TimeProvider time)
{
    private volatile Outcome? _last;

    /// <summary>The last request; null if there was none yet.</summary>
    public Outcome? Last => _last;

    /// <summary>Notes a request that has just ended.</summary>
    internal void Note(bool isAnswered) => _last = new(time.GetUtcNow(), isAnswered);

    /// <summary>A request.</summary>
    /// <param name="At">When it ended.</param>
    /// <param name="IsAnswered">Whether GitHub answered, if only to refuse.</param>
    public sealed record Outcome(DateTimeOffset At, bool IsAnswered);
}
