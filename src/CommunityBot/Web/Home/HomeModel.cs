using CommunityBot.GitHub;
using CommunityBot.Hosting;

namespace CommunityBot.Web.Home;

/// <summary>What the home page shows: what this service is, whether it works, and in preview mode what it would have said.</summary>
public sealed class HomeModel(OperatorSettings settings, WorkStatus work, SaidComments said, GitHubContact contact, TimeProvider time)
{
    private readonly (string Slug, Uri InstallPage)? _app = settings.IsPreview ? null : new CredentialsFile(settings.Storage).FindInstallPage(settings.GitHub.AppId);

    /// <summary>
    /// Reads what the page shows. What was said is shown in preview mode only, where the service listens to nobody but this machine: elsewhere it may be about a private repository, which the
    /// tables do not tell, and the page is open to all.
    /// </summary>
    public async Task<HomeView> ReadAsync()
    {
        var status = await work.ReadAsync();
        var github = settings.GitHub;
        return new(
            time.GetUtcNow(),
            settings.IsPreview ? HomeMode.Preview : settings.Bot.DryRun ? HomeMode.DryRun : HomeMode.Live,
            github.IsGitHubCom ? github.ServerUrl.Authority : github.ApiUrl.Authority,
            github.ServerUrl,
            _app,
            contact.Last,
            settings.Storage.IsShared ? "PostgreSQL" : "SQLite",
            status,
            settings.IsPreview && status is not null ? await said.ReadAsync() : []);
    }
}
