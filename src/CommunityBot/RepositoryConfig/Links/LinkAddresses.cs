using CommunityBot.GitHub;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.RepositoryConfig.Links;

/// <summary>What the links of a config point to.</summary>
public static class LinkAddresses
{
    /// <summary>The addresses of the links; a path is that of a file on the default branch.</summary>
    /// <param name="links">The links of the config.</param>
    /// <param name="repository">The repository that paths start in.</param>
    /// <param name="server">The web root of GitHub.</param>
    public static MessageLinks Of(LinksSettings links, RepositoryRef repository, Uri server) => new(
        Of(links.Contributing, repository, server),
        Of(links.CodeOfConduct, repository, server),
        Of(links.Roadmap, repository, server),
        Of(links.Chat, repository, server),
        Of(links.Ideas, repository, server));

    private static string? Of(string? link, RepositoryRef repository, Uri server)
    {
        if (link is null || link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return link;
        }

        // A heading may be named behind the path, which no file name that anybody links to looks like.
        var (path, heading) = link.IndexOf('#', StringComparison.Ordinal) is > 0 and var at ? (link[..at], $"#{Uri.EscapeDataString(link[(at + 1)..])}") : (link, "");
        return new Uri(server, $"{Escaped(repository.FullName)}/blob/HEAD/{Escaped(path)}{heading}").AbsoluteUri;
    }

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
