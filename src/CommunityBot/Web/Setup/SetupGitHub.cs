using CommunityBot.Hosting;

namespace CommunityBot.Web.Setup;

/// <summary>At which GitHub the App is: at that of the operator's settings, or at an Enterprise Server that a form names. Where the settings name one, forms are not asked, since the service would not start with another.</summary>
public sealed class SetupGitHub(IConfiguration configuration, OperatorSettings settings)
{
    private const string Api = "api.";

    private const string DataResidency = ".ghe.com";

    private static readonly GitHubOptions GitHubCom = new();

    /// <summary>The GitHub of the settings. Of what they name half, the other half follows.</summary>
    public GitHubOptions Configured { get; } = Complete(new(configuration), settings.GitHub);

    /// <summary>Whether the settings name it, so that there is nothing to choose.</summary>
    public bool IsSet { get; } = Array.Exists([CredentialsFile.ApiUrl, CredentialsFile.ServerUrl], key => new SettingsReader(configuration).Text(key) is not null);

    /// <summary>The GitHub that a form names.</summary>
    /// <returns>It, or what is wrong with its address.</returns>
    public (GitHubOptions? GitHub, string? Problem) Read(IFormCollection posted)
    {
        if (IsSet || posted[SetupFields.Server] != SetupFields.Enterprise)
        {
            return (Configured, null);
        }

        var address = posted[SetupFields.EnterpriseUrl].ToString().Trim();
        var root = Root(address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}");
        return root is null || root.AbsolutePath != "/" || (root.Scheme != Uri.UriSchemeHttps && !root.IsLoopback)
            ? (null, "Write the address of your Enterprise Server and no more: https://, its name, and a port if it has one of its own.")
            : (new() { ServerUrl = root, ApiUrl = ApiOf(root) }, null);
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
        server == GitHubCom.ServerUrl ? GitHubCom.ApiUrl
        : server.Host.EndsWith(DataResidency, StringComparison.Ordinal) ? AtHost(server, Api + server.Host)
        : new(server, "api/v3/");

    private static Uri ServerOf(Uri api) =>
        api == GitHubCom.ApiUrl ? GitHubCom.ServerUrl
        : api.Host.StartsWith(Api, StringComparison.Ordinal) && api.Host.EndsWith(DataResidency, StringComparison.Ordinal) ? AtHost(api, api.Host[Api.Length..])
        : new(api, "/");

    private static Uri AtHost(Uri address, string host) => new($"{address.Scheme}://{host}{(address.IsDefaultPort ? "" : $":{address.Port}")}/");
}
