using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CommunityBot.GitHub;

/// <summary>
/// Stands in where there is no account to ask with (preview mode) or nothing may be posted (dry run): makes no request, knows
/// nobody but by the name that it is asked for, and takes every effect as done.
/// </summary>
internal sealed class OfflineGitHub : IGitHubReader, IGitHubWriter
{
    /// <summary>Nothing is done.</summary>
    public bool Writes => false;

    /// <summary>Nobody has a history.</summary>
    public Task<AuthoredPage> ReadAuthoredAsync(RepositoryRef repository, string login, Uri? page, CancellationToken cancellationToken)
        => Task.FromResult(new AuthoredPage([], Next: null));

    /// <summary>Nobody has triage permission.</summary>
    public Task<bool> HasTriageAsync(RepositoryRef repository, string login, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>It does nothing, by whatever account.</summary>
    public Task<string> GetOwnLoginAsync(CancellationToken cancellationToken) => Task.FromResult("");

    /// <summary>No installation is known.</summary>
    public Task<DateTimeOffset?> GetInstalledAtAsync(long installationId, CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Nothing was posted, so nothing is found.</summary>
    public Task<string?> FindOwnCommentAsync(RepositoryRef repository, int number, string marker, DateTimeOffset since, CancellationToken cancellationToken)
        => Task.FromResult<string?>(null);

    /// <summary>Posts nothing; the address is the empty string, since there is none.</summary>
    public Task<string> CommentAsync(RepositoryRef repository, int number, string body, CancellationToken cancellationToken) => Task.FromResult("");

    /// <summary>Nothing was posted, so nothing is found.</summary>
    public Task<string?> FindOwnLineCommentAsync(RepositoryRef repository, int number, string marker, DateTimeOffset since, CancellationToken cancellationToken)
        => Task.FromResult<string?>(null);

    /// <summary>Posts nothing; the address is the empty string, since there is none.</summary>
    public Task<string> ReplyOnLineAsync(RepositoryRef repository, int number, long commentId, string body, CancellationToken cancellationToken) => Task.FromResult("");

    /// <summary>Posts nothing.</summary>
    public Task ReactAsync(RepositoryRef repository, int number, string content, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Everything is open.</summary>
    public Task<ItemState> ReadStateAsync(RepositoryRef repository, int number, CancellationToken cancellationToken) =>
        Task.FromResult(new ItemState(IsOpen: true, IsLocked: false));

    /// <summary>Adds nothing.</summary>
    public Task AddLabelsAsync(RepositoryRef repository, int number, IReadOnlyList<string> labels, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Assigns nobody.</summary>
    public Task AssignAsync(RepositoryRef repository, int number, string login, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Leaves everybody assigned.</summary>
    public Task UnassignAsync(RepositoryRef repository, int number, string login, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Asks nobody.</summary>
    public Task RequestReviewAsync(RepositoryRef repository, int number, string login, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Closes nothing.</summary>
    public Task CloseAsync(RepositoryRef repository, int number, string? reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deletes nothing.</summary>
    public Task DeleteCommentAsync(RepositoryRef repository, long commentId, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Posts nothing.</summary>
    public Task ReactToCommentAsync(RepositoryRef repository, CommentPlace place, string content, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>No pull request is open.</summary>
    public Task<OpenPullRequestPage> ReadOpenPullRequestsAsync(RepositoryRef repository, string? cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new OpenPullRequestPage([], Next: null));

    /// <summary>There are no checks.</summary>
    public Task<CommitChecks> ReadChecksAsync(RepositoryRef repository, string sha, CancellationToken cancellationToken) => Task.FromResult(CommitChecks.None);

    /// <summary>No commit is a merge.</summary>
    public Task<bool> IsMergeAsync(RepositoryRef repository, string sha, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Everything is open, and nobody works on it.</summary>
    public Task<IssueWork> ReadIssueWorkAsync(RepositoryRef repository, int number, CancellationToken cancellationToken) =>
        Task.FromResult(new IssueWork(IsOpen: true, IsLocked: false, [], HasOpenPullRequest: false));

    /// <summary>Teams have nobody.</summary>
    public IAsyncEnumerable<Account> ListTeamMembersAsync(long installationId, string organization, string team, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<Account>();

    /// <summary>There are no repositories.</summary>
    public IAsyncEnumerable<RepositoryRef> ListInstallationRepositoriesAsync(long installationId, CancellationToken cancellationToken) => AsyncEnumerable.Empty<RepositoryRef>();

    /// <summary>Nothing was posted, so nothing is found.</summary>
    public Task<string?> FindOwnDiscussionCommentAsync(
        RepositoryRef repository, string discussionId, string marker, DateTimeOffset since, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Posts nothing; the address is the empty string, since there is none.</summary>
    public Task<string> CommentOnDiscussionAsync(RepositoryRef repository, string discussionId, string body, CancellationToken cancellationToken) =>
        Task.FromResult("");

    /// <summary>Posts nothing.</summary>
    public Task ReactToDiscussionAsync(RepositoryRef repository, string discussionId, string content, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Adds nothing.</summary>
    public Task AddDiscussionLabelsAsync(RepositoryRef repository, string discussionId, IReadOnlyList<string> labels, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Nobody has a history.</summary>
    public Task<IReadOnlyList<AuthoredDiscussion>> ListDiscussionsAsync(RepositoryRef repository, DiscussionAuthor author, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AuthoredDiscussion>>([]);

    /// <summary>Nothing is known of what was merged.</summary>
    public Task<MergedChange> ReadMergedAsync(RepositoryRef repository, int number, CancellationToken cancellationToken) => Task.FromResult(MergedChange.Unknown);

    /// <summary>There are no issues.</summary>
    public Task<IReadOnlyList<OpenIssue>> ListUnassignedAsync(RepositoryRef repository, string label, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OpenIssue>>([]);

    /// <summary>Whoever is named is somebody, with an id that no account has and that is the same each time.</summary>
    public Task<Account?> FindPersonAsync(RepositoryRef repository, string login, CancellationToken cancellationToken) =>
        Task.FromResult<Account?>(new(BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(login.ToUpperInvariant()))) | long.MinValue, login));

    /// <summary>No id is known.</summary>
    public Task<Account?> FindPersonAsync(RepositoryRef repository, long id, CancellationToken cancellationToken) => Task.FromResult<Account?>(null);

    /// <summary>There are no releases.</summary>
    public Task<IReadOnlyList<PublishedRelease>> ListReleasesAsync(RepositoryRef repository, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PublishedRelease>>([]);

    /// <summary>Nothing is known of what was released.</summary>
    public Task<ReleasedChanges> ReadReleasedAsync(RepositoryRef repository, string since, string tag, CancellationToken cancellationToken) =>
        Task.FromResult(ReleasedChanges.None);

    /// <summary>Everything is open.</summary>
    public Task<ItemState> ReadDiscussionStateAsync(RepositoryRef repository, string discussionId, CancellationToken cancellationToken) =>
        Task.FromResult(new ItemState(IsOpen: true, IsLocked: false));

    /// <summary>Nothing has labels.</summary>
    public Task<IReadOnlyList<string>> ListDiscussionLabelsAsync(RepositoryRef repository, string discussionId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Nothing was opened, so nothing is found.</summary>
    public Task<string?> FindOwnDiscussionAsync(RepositoryRef repository, string category, string marker, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    /// <summary>Opens nothing; the address is the empty string, since there is none.</summary>
    public Task<string> CreateDiscussionAsync(RepositoryRef repository, string category, string title, string body, CancellationToken cancellationToken) => Task.FromResult("");

    /// <summary>Nothing was created, so nothing is found.</summary>
    public Task<string?> FindOwnCheckRunAsync(RepositoryRef repository, CheckRun run, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Creates nothing; the address is the empty string, since there is none.</summary>
    public Task<string> CreateCheckRunAsync(RepositoryRef repository, CheckRun run, CancellationToken cancellationToken) => Task.FromResult("");

    /// <summary>There are no files.</summary>
    public Task<FileAnswer> ReadFileAsync(RepositoryRef repository, string path, string? reference, string? etag, CancellationToken cancellationToken)
        => Task.FromResult(FileAnswer.None);

    /// <summary>There are no files.</summary>
    public Task<IReadOnlyList<string>> ListFolderAsync(RepositoryRef repository, string folder, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>There are no pages.</summary>
    public Task<CommunityProfile> ReadCommunityProfileAsync(RepositoryRef repository, CancellationToken cancellationToken) => Task.FromResult(new CommunityProfile());

    /// <summary>Teams have nothing.</summary>
    public IAsyncEnumerable<TeamAccess> ListTeamAccessAsync(long installationId, string organization, string team, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<TeamAccess>();

    /// <summary>Nothing is known of what changes.</summary>
    public IAsyncEnumerable<ChangedFile> ListChangedFilesAsync(RepositoryRef repository, int number, CancellationToken cancellationToken) => AsyncEnumerable.Empty<ChangedFile>();
}
