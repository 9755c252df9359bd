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

    /// <summary>What a field has: its text, and what is wrong with it.</summary>
    public sealed record Field(string Text, string? Problem = null)
    {
        /// <summary>Whether something was filled in that is not shown again.</summary>
        public bool IsWithheld { get; init; }
    }

    /// <summary>Reads the form.</summary>
    /// <param name="posted">What was posted; fields that are missing are empty.</param>
    /// <param name="gitHubs">Which GitHub it may be at.</param>
    /// <param name="fields">Each field as it was filled in, with what is wrong with it.</param>
    /// <returns>The form, or null if something is wrong.</returns>
    public static SetupForm? Read(IFormCollection posted, SetupGitHub gitHubs, out IReadOnlyDictionary<string, Field> fields)
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

        var (gitHub, problem) = gitHubs.Read(posted);
        if (problem is not null)
        {
            Report(SetupFields.EnterpriseUrl, problem);
        }

        var url = SetupGitHub.Root(read[SetupFields.ServiceUrl].Text);
        if (url is null)
        {
            Report(
                SetupFields.ServiceUrl,
                Uri.TryCreate(read[SetupFields.ServiceUrl].Text, UriKind.Absolute, out var written) && written.UserInfo.Length > 0
                    ? "A name and a password are not allowed in the address: leave out what stands before the @."
                    : "Write an address that begins with https:// or http://, without ? and #.");
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

    [GeneratedRegex(@"\A(?=.{1,39}\z)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\z")]
    private static partial Regex LoginText();
}
