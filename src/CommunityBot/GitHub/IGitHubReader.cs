namespace CommunityBot.GitHub;

/// <summary>
/// The questions that handlers may put to GitHub. Every call throws <see cref="GitHubPausedException"/> while GitHub says to
/// wait, <see cref="GitHubRefusedException"/> for an answer that will not change, and
/// <see cref="GitHubUnavailableException"/> for a passing fault.
/// </summary>
public interface IGitHubReader
{
    /// <summary>
    /// A page of what an account opened in a repository, oldest first. The author's id stands in every item, since a login may have had another owner before.
    /// </summary>
    /// <param name="repository">The repository.</param>
    /// <param name="login">The account.</param>
    /// <param name="page">The address that the page before named, or null for the first page. A number would do
    /// <see href="https://github.com/josegonzalez/python-github-backup/issues/429">for 10,000 items only</see>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<AuthoredPage> ReadAuthoredAsync(RepositoryRef repository, string login, Uri? page, CancellationToken cancellationToken);

    /// <summary>Whether an account has triage permission or more in a repository.</summary>
    Task<bool> HasTriageAsync(RepositoryRef repository, string login, CancellationToken cancellationToken);

    /// <summary>The login of the bot account by which the App itself acts.</summary>
    Task<string> GetOwnLoginAsync(CancellationToken cancellationToken);

    /// <summary>When an installation was made, or null if GitHub does not know it.</summary>
    Task<DateTimeOffset?> GetInstalledAtAsync(long installationId, CancellationToken cancellationToken);

    /// <summary>Whether an issue or pull request is open, and whether its conversation is locked.</summary>
    Task<ItemState> ReadStateAsync(RepositoryRef repository, int number, CancellationToken cancellationToken);

    /// <summary>What is in a file of a repository.</summary>
    /// <param name="repository">The repository; with 0 for its id if that is not known, which is then asked for by its name.</param>
    /// <param name="path">The file.</param>
    /// <param name="reference">Branch, tag or commit; the default branch if null.</param>
    /// <param name="etag">The ETag of what is known of it: if it is unchanged, the answer is <see cref="FileAnswer.Unchanged"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<FileAnswer> ReadFileAsync(RepositoryRef repository, string path, string? reference, string? etag, CancellationToken cancellationToken);

    /// <summary>Names of what is in a folder on a repository's default branch, none if there is no such folder; the root is the empty string.</summary>
    Task<IReadOnlyList<string>> ListFolderAsync(RepositoryRef repository, string folder, CancellationToken cancellationToken);

    /// <summary>The pages that <see href="https://docs.github.com/rest/metrics/community">GitHub's community profile</see> of a repository names.</summary>
    Task<CommunityProfile> ReadCommunityProfileAsync(RepositoryRef repository, CancellationToken cancellationToken);

    /// <summary>The files that a pull request changes, with what it changes in them; GitHub lists at most 3,000.</summary>
    IAsyncEnumerable<ChangedFile> ListChangedFilesAsync(RepositoryRef repository, int number, CancellationToken cancellationToken);

    /// <summary>
    /// The <see href="https://docs.github.com/rest/teams/teams#list-team-repositories">repositories of a team</see>, as far as the installation sees them, with what the team may do there.
    /// </summary>
    IAsyncEnumerable<TeamAccess> ListTeamAccessAsync(long installationId, string organization, string team, CancellationToken cancellationToken);

    /// <summary>The discussions that an account opened in a repository; of somebody with more than a hundred, the oldest hundred.</summary>
    Task<IReadOnlyList<AuthoredDiscussion>> ListDiscussionsAsync(RepositoryRef repository, DiscussionAuthor author, CancellationToken cancellationToken);

    /// <summary>What a merged pull request brought.</summary>
    Task<MergedChange> ReadMergedAsync(RepositoryRef repository, int number, CancellationToken cancellationToken);

    /// <summary>Open issues with a label that nobody is assigned to and nobody locked, the newest first; at most a page of them.</summary>
    Task<IReadOnlyList<OpenIssue>> ListUnassignedAsync(RepositoryRef repository, string label, CancellationToken cancellationToken);

    /// <summary>The account of a person with a login, or null if there is none.</summary>
    Task<Account?> FindPersonAsync(RepositoryRef repository, string login, CancellationToken cancellationToken);

    /// <summary>The account of a person with an id, under the login that it has now, or null if there is none.</summary>
    Task<Account?> FindPersonAsync(RepositoryRef repository, long id, CancellationToken cancellationToken);

    /// <summary>Releases of a repository that were published, of the thirty that were made last.</summary>
    Task<IReadOnlyList<PublishedRelease>> ListReleasesAsync(RepositoryRef repository, CancellationToken cancellationToken);

    /// <summary>What a tag has and an earlier one has not. Of very many commits the oldest are read; nothing is known where a tag is no more.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="since">Name of the earlier tag.</param>
    /// <param name="tag">Name of the tag.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ReleasedChanges> ReadReleasedAsync(RepositoryRef repository, string since, string tag, CancellationToken cancellationToken);

    /// <summary>A page of open pull requests, oldest first.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="cursor">The cursor that the page before named, or null for the first page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<OpenPullRequestPage> ReadOpenPullRequestsAsync(RepositoryRef repository, string? cursor, CancellationToken cancellationToken);

    /// <summary>How the checks of a commit went; those of one that is gone are none. Of very many the first 300 are looked at.</summary>
    Task<CommitChecks> ReadChecksAsync(RepositoryRef repository, string sha, CancellationToken cancellationToken);

    /// <summary>Whether a commit is a merge; of one that is gone nobody knows, so it is none.</summary>
    Task<bool> IsMergeAsync(RepositoryRef repository, string sha, CancellationToken cancellationToken);

    /// <summary>Who works on an issue.</summary>
    Task<IssueWork> ReadIssueWorkAsync(RepositoryRef repository, int number, CancellationToken cancellationToken);

    /// <summary>The people of a team of an organization.</summary>
    IAsyncEnumerable<Account> ListTeamMembersAsync(long installationId, string organization, string team, CancellationToken cancellationToken);

    /// <summary>The repositories that an installation covers, without those that are archived.</summary>
    IAsyncEnumerable<RepositoryRef> ListInstallationRepositoriesAsync(long installationId, CancellationToken cancellationToken);

    /// <summary>How a discussion stands, known by its node id.</summary>
    Task<ItemState> ReadDiscussionStateAsync(RepositoryRef repository, string discussionId, CancellationToken cancellationToken);

    /// <summary>Names of the labels of a discussion, known by its node id. Payloads name them, and Octokit.Webhooks does not read them.</summary>
    Task<IReadOnlyList<string>> ListDiscussionLabelsAsync(RepositoryRef repository, string discussionId, CancellationToken cancellationToken);
}
