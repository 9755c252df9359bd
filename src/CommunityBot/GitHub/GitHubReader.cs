using System.Net;
using System.Runtime.CompilerServices;

namespace CommunityBot.GitHub;

/// <summary>Puts the questions of handlers to GitHub.</summary>
internal sealed class GitHubReader(GitHubConnections connections, Discussions discussions, Merges merges, Releases releases, OpenWork openWork) : IGitHubReader
{
    /// <summary>Apps that check one commit are a handful; this many pages are somebody's joke.</summary>
    private const int MostPagesOfChecks = 3;

    private string? _ownLogin;

    /// <inheritdoc />
    public async Task<AuthoredPage> ReadAuthoredAsync(RepositoryRef repository, string login, Uri? page, CancellationToken cancellationToken)
    {
        var first = Addresses.Of(repository, $"issues?creator={Uri.EscapeDataString(login)}&state=all&sort=created&direction=asc&per_page=100");
        var (items, next) = await connections.For(repository.InstallationId).ReadAsync<IssueAnswer[]>(page ?? first, cancellationToken);
        return new([.. items.Select(item => item.AsAuthored()).OfType<AuthoredItem>()], next);
    }

    /// <inheritdoc />
    public async Task<bool> HasTriageAsync(RepositoryRef repository, string login, CancellationToken cancellationToken)
    {
        var address = Addresses.Of(repository, $"collaborators/{Uri.EscapeDataString(login)}/permission");
        var (answer, _) = await connections.For(repository.InstallationId).ReadAsync<PermissionAnswer>(address, cancellationToken);
        return answer is { Permission: null, RoleName: null }
            ? throw new GitHubUnavailableException("GitHub's answer names no permission")
            : HasTriage(answer);
    }

    /// <inheritdoc />
    public async Task<string> GetOwnLoginAsync(CancellationToken cancellationToken)
    {
        if (_ownLogin is null)
        {
            var (answer, _) = await connections.App.ReadAsync<AppAnswer>(Addresses.App, cancellationToken);
            _ownLogin = $"{answer.Slug}[bot]";
        }

        return _ownLogin;
    }

    /// <inheritdoc />
    public async Task<DateTimeOffset?> GetInstalledAtAsync(long installationId, CancellationToken cancellationToken)
    {
        try
        {
            var (answer, _) = await connections.App.ReadAsync<InstallationAnswer>(Addresses.Of(installationId), cancellationToken);
            return answer.CreatedAt;
        }
        catch (GitHubRefusedException refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task<ItemState> ReadStateAsync(RepositoryRef repository, int number, CancellationToken cancellationToken)
    {
        var (answer, _) = await connections.For(repository.InstallationId).ReadAsync<StateAnswer>(Addresses.Of(repository, $"issues/{number}"), cancellationToken);
        return new(answer.State == "open", answer.Locked);
    }

    /// <inheritdoc />
    public Task<FileAnswer> ReadFileAsync(RepositoryRef repository, string path, string? reference, string? etag, CancellationToken cancellationToken)
    {
        var query = reference is null ? "" : $"?ref={Uri.EscapeDataString(reference)}";
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return connections.For(repository.InstallationId).ReadFileAsync(Addresses.Of(repository, $"contents/{escaped}{query}"), etag, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> ListFolderAsync(RepositoryRef repository, string folder, CancellationToken cancellationToken)
    {
        try
        {
            var (entries, _) = await connections.For(repository.InstallationId).ReadAsync<EntryAnswer[]>(
                Addresses.Of(repository, $"contents/{folder}"), cancellationToken);
            return [.. entries.Select(entry => entry.Name)];
        }
        catch (GitHubRefusedException refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            // Also a repository without a commit.
            return [];
        }
    }

    /// <inheritdoc />
    public async Task<CommunityProfile> ReadCommunityProfileAsync(RepositoryRef repository, CancellationToken cancellationToken)
    {
        try
        {
            var (answer, _) = await connections.For(repository.InstallationId).ReadAsync<ProfileAnswer>(
                Addresses.Of(repository, "community/profile"), cancellationToken);
            return new(answer.Files?.Contributing?.HtmlUrl, (answer.Files?.CodeOfConductFile ?? answer.Files?.CodeOfConduct)?.HtmlUrl);
        }
        catch (GitHubRefusedException refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            // A private repository or a fork has none.
            return new();
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ChangedFile> ListChangedFilesAsync(
        RepositoryRef repository, int number, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var connection = connections.For(repository.InstallationId);
        var page = Addresses.Of(repository, $"pulls/{number}/files?per_page=100");
        while (page is not null)
        {
            (var files, page) = await connection.ReadAsync<ChangedFileAnswer[]>(page, cancellationToken);
            foreach (var file in files)
            {
                yield return new(file.Filename, file.Status is "modified" or "changed") { FormerPath = file.PreviousFilename ?? file.Filename, Patch = file.Patch };
            }
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<TeamAccess> ListTeamAccessAsync(
        long installationId, string organization, string team, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var connection = connections.For(installationId);
        var page = Addresses.OfTeam(organization, team, "repos?per_page=100");
        while (page is not null)
        {
            (var repositories, page) = await connection.ReadAsync<TeamAccessAnswer[]>(page, cancellationToken);
            foreach (var its in repositories)
            {
                yield return new(new(installationId, its.Id, its.Owner.Login, its.Name), its.Permissions?.Push is true, its.Archived);
            }
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<AuthoredDiscussion>> ListDiscussionsAsync(RepositoryRef repository, DiscussionAuthor author, CancellationToken cancellationToken)
        => discussions.ListAsync(repository, author, cancellationToken);

    /// <inheritdoc />
    public Task<MergedChange> ReadMergedAsync(RepositoryRef repository, int number, CancellationToken cancellationToken)
        => merges.ReadAsync(repository, number, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<OpenIssue>> ListUnassignedAsync(RepositoryRef repository, string label, CancellationToken cancellationToken)
    {
        var address = Addresses.Of(
            repository, $"issues?labels={Uri.EscapeDataString(label)}&assignee=none&state=open&sort=created&direction=desc&per_page=30");
        var (items, _) = await connections.For(repository.InstallationId).ReadAsync<IssueAnswer[]>(address, cancellationToken);
        return
        [
            .. from item in items
               where item is { PullRequest: null, Locked: false }
               select new OpenIssue(item.Number, item.Title, item.HtmlUrl, [.. (item.Labels ?? []).Select(its => its.Name)]),
        ];
    }

    /// <inheritdoc />
    public Task<Account?> FindPersonAsync(RepositoryRef repository, string login, CancellationToken cancellationToken)
        => FindPersonAsync(repository, Addresses.OfUser(login), cancellationToken);

    /// <inheritdoc />
    public Task<Account?> FindPersonAsync(RepositoryRef repository, long id, CancellationToken cancellationToken)
        => FindPersonAsync(repository, Addresses.OfUser(id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<PublishedRelease>> ListReleasesAsync(RepositoryRef repository, CancellationToken cancellationToken)
        => releases.ListAsync(repository, cancellationToken);

    /// <inheritdoc />
    public Task<ReleasedChanges> ReadReleasedAsync(RepositoryRef repository, string since, string tag, CancellationToken cancellationToken)
        => releases.ReadAsync(repository, since, tag, cancellationToken);

    /// <inheritdoc />
    public Task<OpenPullRequestPage> ReadOpenPullRequestsAsync(RepositoryRef repository, string? cursor, CancellationToken cancellationToken)
        => openWork.ReadPageAsync(repository, cursor, cancellationToken);

    /// <inheritdoc />
    public Task<IssueWork> ReadIssueWorkAsync(RepositoryRef repository, int number, CancellationToken cancellationToken)
        => openWork.ReadIssueAsync(repository, number, cancellationToken);

    /// <inheritdoc />
    public async Task<CommitChecks> ReadChecksAsync(RepositoryRef repository, string sha, CancellationToken cancellationToken)
    {
        var suites = new List<CheckSuiteAnswer>();
        var page = Addresses.Of(repository, $"commits/{sha}/check-suites?per_page=100");
        try
        {
            for (var pages = 0; page is not null && pages < MostPagesOfChecks; pages++)
            {
                (var answer, page) = await connections.For(repository.InstallationId).ReadAsync<CheckSuitesAnswer>(page, cancellationToken);
                suites.AddRange(answer.CheckSuites);
            }
        }
        catch (GitHubRefusedException refused) when (refused.Status is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity)
        {
            // The commit is gone: somebody pushed others in its place.
            return CommitChecks.None;
        }

        return new(
            Failed: suites.Exists(suite => suite.Conclusion is "failure" or "timed_out" or "startup_failure"),
            AwaitApproval: suites.Exists(suite => suite.Conclusion == "action_required"));
    }

    /// <inheritdoc />
    public async Task<bool> IsMergeAsync(RepositoryRef repository, string sha, CancellationToken cancellationToken)
    {
        try
        {
            var (commit, _) = await connections.For(repository.InstallationId).ReadAsync<CommitAnswer>(Addresses.Of(repository, $"commits/{sha}"), cancellationToken);
            return commit.Parents?.Length > 1;
        }
        catch (GitHubRefusedException refused) when (refused.Status is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Account> ListTeamMembersAsync(
        long installationId, string organization, string team, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var connection = connections.For(installationId);
        var page = Addresses.OfTeam(organization, team, "members?per_page=100");
        while (page is not null)
        {
            (var members, page) = await connection.ReadAsync<AccountAnswer[]>(page, cancellationToken);
            foreach (var member in members.Where(member => member.Type == "User"))
            {
                yield return new(member.Id, member.Login);
            }
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<RepositoryRef> ListInstallationRepositoriesAsync(long installationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var connection = connections.For(installationId);
        var page = Addresses.OwnRepositories;
        while (page is not null)
        {
            (var answer, page) = await connection.ReadAsync<OwnedRepositoriesAnswer>(page, cancellationToken);
            foreach (var its in answer.Repositories.Where(repository => !repository.Archived))
            {
                yield return new(installationId, its.Id, its.Owner.Login, its.Name);
            }
        }
    }

    /// <inheritdoc />
    public Task<ItemState> ReadDiscussionStateAsync(RepositoryRef repository, string discussionId, CancellationToken cancellationToken)
        => discussions.ReadStateAsync(repository, discussionId, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ListDiscussionLabelsAsync(RepositoryRef repository, string discussionId, CancellationToken cancellationToken)
        => discussions.ListLabelsAsync(repository, discussionId, cancellationToken);

    private async Task<Account?> FindPersonAsync(RepositoryRef repository, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            var (answer, _) = await connections.For(repository.InstallationId).ReadAsync<AccountAnswer>(address, cancellationToken);
            return answer.Type == "User" ? new(answer.Id, answer.Login) : null;
        }
        catch (GitHubRefusedException refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // The older permission folds triage into read, and the name of a role that an organization made says nothing; the base access does
    // (https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user).
    private static bool HasTriage(PermissionAnswer answer)
        => answer.RoleName is "triage" or "write" or "maintain" or "admin"
            || answer.Permission is "write" or "admin"
            || answer.User?.Permissions?.Triage is true;
}
