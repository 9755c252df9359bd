using System.Text.RegularExpressions;
using CommunityBot.Hosting;

namespace CommunityBot.Web.Setup;

/// <summary>What the form for a new App says.</summary>
/// <param name="Organization">Login of the organization that the App is to belong to; empty for whoever is signed in.</param>
/// <param name="IsPublic">Whether anybody may install it.</param>
/// <param name="Name">Its name.</param>
/// <param name="GitHub">Where it is made.</param>
/// <param name="ServiceUrl">Where GitHub reaches this service; ends in a slash.</param>
public sealed partial record SetupForm(string Organization, bool IsPublic, string Name, GitHubOptions GitHub, Uri ServiceUrl)
{
    /// <summary><see href="https://docs.github.com/apps/creating-github-apps/registering-a-github-app/registering-a-github-app">GitHub's limit</see> to the name of an App.</summary>
    internal const int LongestName = 34;

    private const string DataResidency = ".ghe.com";

    /// <summary>What the form has: the text of each field, by its name, and what is wrong with it.</summary>
    public sealed record Field(string Text, string? Problem = null);

    /// <summary>Reads the form.</summary>
    /// <param name="posted">What was posted; fields that are missing are empty.</param>
    /// <param name="configured">The GitHub that is configured.</param>
    /// <param name="fields">Each field as it was filled in, with what is wrong with it.</param>
    /// <returns>The form, or null if something is wrong.</returns>
    public static SetupForm? Read(IFormCollection posted, GitHubOptions configured, out IReadOnlyDictionary<string, Field> fields)
    {
        var read = SetupFields.All.ToDictionary(name => name, name => new Field(posted[name].ToString().Trim()));
        fields = read;
        var isOrganization = read[SetupFields.Owner].Text == SetupFields.Organization;
        var organization = isOrganization ? read[SetupFields.Organization].Text : "";
        if (isOrganization && !LoginText().IsMatch(organization))
        {
            Report(SetupFields.Organization, "Write the organization's name as it stands in its address on GitHub: letters, digits and single hyphens, at most 39.");
        }

        var name = read[SetupFields.Name].Text;
        if (name.Length is 0 or > LongestName)
        {
            Report(SetupFields.Name, $"GitHub takes names of 1 to {LongestName} characters.");
        }

        var gitHub = GitHubOf(read[SetupFields.Server].Text == SetupFields.Enterprise, read[SetupFields.EnterpriseUrl].Text, configured);
        if (gitHub is null)
        {
            Report(SetupFields.EnterpriseUrl, "Write the address of your Enterprise Server and no more: https://, its name, and a port if it has one of its own.");
        }

        var url = Root(read[SetupFields.ServiceUrl].Text, anyPath: true);
        if (url is null)
        {
            Report(SetupFields.ServiceUrl, "Write an address that begins with https:// or http://, without ? and #.");
        }
        else if (url.IsLoopback && gitHub is { ServerUrl.IsLoopback: false })
        {
            Report(
                SetupFields.ServiceUrl,
                "This address means the machine that asks, so GitHub would call itself, and it refuses such an address. Write the address at which GitHub will reach this service: "
                    + "that of your reverse proxy, or of a tunnel to this machine. It need not work yet.");
        }

        return read.Values.All(field => field.Problem is null) ? new(organization, read[SetupFields.Access].Text == SetupFields.Public, name, gitHub!, url!) : null;

        void Report(string field, string problem) => read[field] = read[field] with { Problem = problem };
    }

    /// <summary>The GitHub that was chosen; null if its address is none.</summary>
    /// <param name="isEnterprise">Whether an Enterprise Server was named.</param>
    /// <param name="address">Its address.</param>
    /// <param name="configured">The GitHub that is configured.</param>
    /// <remarks>What is at GitHub's own host for enterprises with <see href="https://docs.github.com/enterprise-cloud@latest/admin/data-residency">data residency</see> has its API at a host of its own.</remarks>
    public static GitHubOptions? GitHubOf(bool isEnterprise, string address, GitHubOptions configured)
    {
        if (!isEnterprise)
        {
            return new() { ApiUrl = configured.ApiUrl, ServerUrl = configured.ServerUrl };
        }

        var root = Root(address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}", anyPath: false);
        return root is null || (root.Scheme != Uri.UriSchemeHttps && !root.IsLoopback) || root.Host == new GitHubOptions().ServerUrl.Host ? null
            : root.Host.EndsWith(DataResidency, StringComparison.Ordinal) ? new() { ServerUrl = root, ApiUrl = new($"https://api.{root.Host}/") }
            : new() { ServerUrl = root, ApiUrl = new(root, "api/v3/") };
    }

    private static Uri? Root(string text, bool anyPath) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0 && (anyPath || url.AbsolutePath == "/")
            ? new UriBuilder(url) { Host = url.IdnHost }.Uri
            : null;

    [GeneratedRegex(@"\A(?=.{1,39}\z)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\z")]
    private static partial Regex LoginText();
}
