using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Team;

/// <summary>The CODEOWNERS of repositories, read once and again when they may have changed.</summary>
public sealed class CodeOwnersFiles(KnownFiles files)
{
    /// <summary>Where GitHub looks for it, in this order; the first that is there counts.</summary>
    private static readonly string[] Paths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    /// <summary>How long it is taken to be as it was read; then it is asked for on condition that it changed. Owners change seldom.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(6);

    /// <summary>Who looks after what in a repository. Nobody is known of a file that is too long to be read whole, since its last lines decide.</summary>
    public async Task<CodeOwners> OfAsync(RepositoryRef repository, CancellationToken cancellationToken)
    {
        var places = Array.ConvertAll(Paths, path => FilePlace.Own(repository, path));
        var known = await files.FindAsync(places);
        foreach (var place in places)
        {
            if ((await files.ReadAsync(place, known, Fresh, isGood: _ => true, cancellationToken)).Text is { } text)
            {
                return text.Length < FileAnswer.MostCharacters ? CodeOwners.Parse(text) : CodeOwners.None;
            }
        }

        return CodeOwners.None;
    }
}
