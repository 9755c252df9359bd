namespace CommunityBot.GitHub;

/// <summary>
/// The questions that handlers may put to GitHub. Every call throws <see cref="GitHubPausedException"/> while GitHub says to
/// wait, <see cref="GitHubRefusedException"/> for an answer that will not change, and
/// <see cref="GitHubUnavailableException"/> for a passing fault.
/// </summary>
public interface IGitHubReader
{
    /// <summary>
    /// What an account opened in a repository, oldest first, read page by page as the caller goes on. The author's id stands in every item, since a
    /// login may have had another owner before.
    /// </summary>
    IAsyncEnumerable<AuthoredItem> ListAuthoredAsync(RepositoryRef repository, string login, CancellationToken cancellationToken);

    /// <summary>Whether an account has triage permission or more in a repository.</summary>
    Task<bool> HasTriageAsync(RepositoryRef repository, string login, CancellationToken cancellationToken);

    /// <summary>When an installation was made, or null if GitHub does not know it.</summary>
    Task<DateTimeOffset?> GetInstalledAtAsync(long installationId, CancellationToken cancellationToken);
}
