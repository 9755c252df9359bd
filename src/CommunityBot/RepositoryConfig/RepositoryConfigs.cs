using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CommunityBot.GitHub;

namespace CommunityBot.RepositoryConfig;

/// <summary>What is in force in each repository, by its file, its owner's, and failing both the welcome bot's.</summary>
/// <param name="files">The files.</param>
/// <param name="keys">The keys that there are.</param>
/// <param name="parser">Reads the files.</param>
/// <param name="welcomeBotParser">Reads the welcome bot's file.</param>
public sealed class RepositoryConfigs(KnownFiles files, ConfigKeys keys, ConfigParser parser, WelcomeBotParser welcomeBotParser) : IConfigSource
{
    /// <summary>The file, in a repository and in the owner's <c>.github</c> repository.</summary>
    public const string Path = ".github/community-bot.yml";

    /// <summary>The file that the welcome bot used.</summary>
    public const string WelcomeBotPath = ".github/config.yml";

    /// <summary>Name of the repository whose file holds for all of its owner's.</summary>
    public const string OwnerRepository = ".github";

    /// <summary>Configs kept in memory: each is a kilobyte, and repositories that say the same share one.</summary>
    private const int MostKept = 1_000;

    /// <summary>How long the repository's own files are taken to be as they were read: GitHub tells of each push.</summary>
    private static readonly TimeSpan OwnFresh = TimeSpan.FromDays(1);

    /// <summary>How long the owner's is: the App may not be installed there, so that nobody tells of pushes.</summary>
    private static readonly TimeSpan OwnersFresh = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Repository, string Owner, string WelcomeBot), EffectiveConfig> _kept = new();

    /// <summary>Whether a repository is the one whose file holds for all of its owner's.</summary>
    public static bool IsOwners(RepositoryRef repository) => repository.Name.Equals(OwnerRepository, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public async ValueTask<EffectiveConfig> OfAsync(RepositoryRef repository, CancellationToken cancellationToken)
    {
        var (ownPlace, ownersPlace, welcomeBotPlace) = (FilePlace.Own(repository, Path), FilePlace.Owners(repository, Path), FilePlace.Own(repository, WelcomeBotPath));
        var known = await files.FindAsync(IsOwners(repository) ? [ownPlace, welcomeBotPlace] : [ownPlace, ownersPlace, welcomeBotPlace]);
        var own = await ReadAsync(ownPlace, known, OwnFresh, cancellationToken);
        var owner = IsOwners(repository) ? null : await ReadAsync(ownersPlace, known, OwnersFresh, cancellationToken);
        var welcomeBot = own is null && owner is null
            ? (await files.ReadAsync(welcomeBotPlace, known, OwnFresh, isGood: _ => true, cancellationToken)).Text
            : null;
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd((Digest(own), Digest(owner), Digest(welcomeBot)), _ => Parse(own, owner, welcomeBot));
    }

    /// <summary>What would be in force in a repository if its file said something else.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="file">What its file would say; null if it had none.</param>
    /// <param name="welcomeBot">What the welcome bot's file would say; null if there were none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<EffectiveConfig> WithAsync(RepositoryRef repository, ConfigFile? file, string? welcomeBot, CancellationToken cancellationToken)
    {
        var place = FilePlace.Owners(repository, Path);
        var owner = IsOwners(repository) ? null : await ReadAsync(place, await files.FindAsync([place]), OwnersFresh, cancellationToken);
        return EffectiveConfig.Of(keys, owner is null ? null : parser.Parse(owner), file, welcomeBot is null ? null : welcomeBotParser.Parse(welcomeBot));
    }

    // A file that is refused whole leaves in force what it said before; if it never said anything, it is there all the same, and says nothing.
    private async Task<string?> ReadAsync(FilePlace place, IReadOnlyDictionary<FilePlace, KnownFile> known, TimeSpan fresh, CancellationToken cancellationToken)
    {
        var file = await files.ReadAsync(place, known, fresh, text => !parser.Parse(text).IsRefused, cancellationToken);
        return file.Text is { } text && file.GoodText != text ? file.GoodText ?? "" : file.Text;
    }

    private EffectiveConfig Parse(string? repository, string? owner, string? welcomeBot) => EffectiveConfig.Of(
        keys,
        owner is null ? null : parser.Parse(owner),
        repository is null ? null : parser.Parse(repository),
        welcomeBot is null ? null : welcomeBotParser.Parse(welcomeBot));

    // Texts are strangers' and long; what is kept of them is not.
    private static string Digest(string? text) => text is null ? "" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
