using System.Text.RegularExpressions;
using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Web.Playground;

/// <summary>GitHub's page for a new file, filled in: from there it is one click to a pull request.</summary>
/// <param name="Url">Its address; null if there is none.</param>
/// <param name="Why">Why there is none; empty if the repository was not named.</param>
/// <param name="IsMistyped">Whether that is because of the name of the repository.</param>
public sealed partial record NewFile(Uri? Url, string Why = "", bool IsMistyped = false)
{
    /// <summary>Characters of an address at most: <see href="https://www.rfc-editor.org/rfc/rfc9110#section-4.1">what every server has to take</see>, and no more is known of GitHub's.</summary>
    private const int MostOfUrl = 8_000;

    /// <summary>The page for a config in a repository.</summary>
    /// <param name="repository">The repository, with its owner, as somebody wrote it.</param>
    /// <param name="config">The config.</param>
    /// <param name="server">The web root of GitHub.</param>
    public static NewFile Of(string repository, string config, Uri server)
    {
        if (repository.Length == 0)
        {
            return new(Url: null);
        }

        if (Find(repository) is not { } found)
        {
            return new(Url: null, "A repository is written with its owner: octocat/hello-world.", IsMistyped: true);
        }

        var url = new Uri(server, $"{found.FullName}/new/HEAD?filename={RepositoryConfigs.Path}&value={Uri.EscapeDataString(config)}");
        return url.AbsoluteUri.Length <= MostOfUrl ? new(url) : new(Url: null, "The file is too long for a link. Copy it, and add it on GitHub by hand.");
    }

    /// <summary>The repository of a name, or null if it is none that there can be. Nothing is asked about it.</summary>
    public static RepositoryRef? Find(string repository) => FullName().IsMatch(repository) ? RepositoryRef.Of(1, 1, repository) : null;

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?/(?!\.{1,2}\z)[A-Za-z0-9._-]{1,100}\z")]
    private static partial Regex FullName();
}
