using CommunityBot.Hosting;

namespace CommunityBot.Web.Setup;

/// <summary>At which GitHub the App is: at that of the operator's settings, or at an Enterprise Server that a form names. Where the settings name one, no other will do, since the service would not start with it.</summary>
public sealed class SetupGitHub(IConfiguration configuration, OperatorSettings settings)
{
    private const string Api = "api.";

    private const string DataResidency = ".ghe.com";

    private static readonly GitHubOptions GitHubCom = new();

    /// <summary>The GitHub of the settings. Of what they name half, the other half follows.</summary>
    public GitHubOptions Configured { get; } = Complete(new(configuration), settings.GitHub);

    /// <summary>The GitHub that a form names.</summary>
    /// <returns>It, or what is wrong with its address.</returns>
    public (GitHubOptions? GitHub, string? Problem) Read(IFormCollection posted)
    {
        if (posted[SetupFields.Server] != SetupFields.Enterprise)
        {
            return (Configured, null);
        }

        var address = posted[SetupFields.EnterpriseUrl].ToString().Trim();
        var root = Root(address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}");
        if (root is null || root.AbsolutePath != "/" || (root.Scheme != Uri.UriSchemeHttps && !root.IsLoopback))
        {
            return (null, "Write the address of your Enterprise Server and no more: https://, its name, and a port if it has one of its own.");
        }

        var gitHub = new GitHubOptions { ServerUrl = root, ApiUrl = ApiOf(root) };
        return CredentialsFile.FindAnother(configuration, gitHub.ApiUrl, gitHub.ServerUrl) is { } other
            ? (null, $"The settings name another GitHub: {other.Key} is {other.Set}, and here it would be {other.Own}. Choose {Configured.ServerUrl.Authority} above; or, if the setting is wrong, correct it and start the service anew.")
            : (gitHub, null);
    }

    /// <summary>An address as a form names it, with a slash at its end; null if it is none.</summary>
    internal static Uri? Root(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0
            ? new UriBuilder(url) { Host = url.IdnHost }.Uri
            : null;

    private static GitHubOptions Complete(SettingsReader set, GitHubOptions read) => new()
    {
        ApiUrl = set.Text(CredentialsFile.ApiUrl) is null ? ApiOf(read.ServerUrl) : read.ApiUrl,
        ServerUrl = set.Text(CredentialsFile.ServerUrl) is null ? ServerOf(read.ApiUrl) : read.ServerUrl,
    };

    // What is at GitHub's own host for enterprises has its API at a host of its own: https://docs.github.com/enterprise-cloud@latest/admin/data-residency
    private static Uri ApiOf(Uri server) =>
        server.Host == GitHubCom.ServerUrl.Host ? GitHubCom.ApiUrl
        : server.Host.EndsWith(DataResidency, StringComparison.Ordinal) ? new($"https://{Api}{server.Host}/")
        : new(server, "api/v3/");

    private static Uri ServerOf(Uri api) =>
        api.Host == GitHubCom.ApiUrl.Host ? GitHubCom.ServerUrl
        : api.Host.StartsWith(Api, StringComparison.Ordinal) && api.Host.EndsWith(DataResidency, StringComparison.Ordinal) ? new($"https://{api.Host[Api.Length..]}/")
        : new(api, "/");
}
