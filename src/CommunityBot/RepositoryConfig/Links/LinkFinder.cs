using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.RepositoryConfig.Links;

/// <summary>Finds the pages that messages point to where the config names none: by GitHub's community profile and by files at the usual places.</summary>
public sealed class LinkFinder(Database database, IGitHubReader github, TimeProvider time, IOptions<GitHubOptions> options)
{
    private const string Select = "SELECT contributing, code_of_conduct, roadmap FROM found_links WHERE repository_id = @0 AND found_at > @1";

    private const string Save = """
        INSERT INTO found_links (repository_id, contributing, code_of_conduct, roadmap, found_at) VALUES (@0, @1, @2, @3, @4)
        ON CONFLICT (repository_id) DO UPDATE SET
            contributing = excluded.contributing, code_of_conduct = excluded.code_of_conduct, roadmap = excluded.roadmap, found_at = excluded.found_at
        """;

    /// <summary>How long what was found is used: such files come and go with the months.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Where messages point to: what the config names, and what is found where it names nothing.</summary>
    public async Task<MessageLinks> OfAsync(RepositoryRef repository, EffectiveConfig config, CancellationToken cancellationToken)
    {
        var named = LinkAddresses.Of(config.Get<LinksSettings>(), repository, options.Value.ServerUrl);
        return named.IsFound ? named : named.Or(await FindAsync(repository, cancellationToken));
    }

    private async Task<MessageLinks> FindAsync(RepositoryRef repository, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = await database.ReadAsync(async session =>
        {
            await using var row = await session.ReadAsync(Select, repository.Id, (now - Fresh).ToUnixTimeMilliseconds());
            return await row.ReadAsync() ? new MessageLinks(Text(0), Text(1), Text(2)) : null;

            string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        });
        if (known is not null)
        {
            return known;
        }

        var found = await AskAsync(repository, cancellationToken);
        await database.WriteAsync(session =>
            session.PostAsync(Save, repository.Id, found.Contributing, found.CodeOfConduct, found.Roadmap, now.ToUnixTimeMilliseconds()));
        return found;
    }

    private async Task<MessageLinks> AskAsync(RepositoryRef repository, CancellationToken cancellationToken)
    {
        var found = MessageLinks.None;
        try
        {
            var profile = await github.ReadCommunityProfileAsync(repository, cancellationToken);
            found = new(profile.Contributing, profile.CodeOfConduct);
            IReadOnlyList<string> root = [];
            foreach (var folder in LinkRules.Folders)
            {
                // The root says which of the others there are.
                if (!found.IsFound && (folder.Length == 0 || root.Contains(folder)))
                {
                    var names = await github.ListFolderAsync(repository, folder, cancellationToken);
                    root = folder.Length == 0 ? names : root;
                    found = found.Or(LinkRules.Find(names, name => PageOf(repository, folder, name)));
                }
            }
        }
        catch (GitHubRefusedException)
        {
            // The App may not look there: what it found until then has to do.
        }

        return found;
    }

    private string PageOf(RepositoryRef repository, string folder, string name) =>
        new Uri(options.Value.ServerUrl, $"{repository.FullName}/blob/HEAD/{(folder.Length == 0 ? "" : $"{folder}/")}{Uri.EscapeDataString(name)}").AbsoluteUri;
}
