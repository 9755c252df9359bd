namespace CommunityBot.GitHub;

/// <summary>Where the App is installed, <see href="https://docs.github.com/rest/apps/apps#list-installations-for-the-authenticated-app">as GitHub tells</see>. Calls fail as those of <see cref="IGitHubReader"/> do.</summary>
internal sealed class AppInstallations(GitHubConnections connections)
{
    private static readonly Uri First = new("app/installations?per_page=100", UriKind.Relative);

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<AppInstallation>> ListAsync(CancellationToken cancellationToken)
    {
        var installations = new List<AppInstallation>();
        var page = First;
        while (page is not null)
        {
            (var answer, page) = await connections.App.ReadAsync<InstallationAnswer[]>(page, cancellationToken);
            installations.AddRange(answer.Select(its => new AppInstallation(its.Id, its.CreatedAt, its.SuspendedAt is not null)));
        }

        return installations;
    }
}
