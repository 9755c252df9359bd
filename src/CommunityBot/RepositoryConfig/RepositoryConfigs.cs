using System.Collections.Concurrent;
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

    /// <summary>Configs kept in memory: each is some tens of kilobytes at most, and repositories without a file share one.</summary>
    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<(string? Repository, string? Owner, string? WelcomeBot), EffectiveConfig> _kept = new();

    /// <inheritdoc/>
    public async ValueTask<EffectiveConfig> OfAsync(RepositoryRef repository, CancellationToken cancellationToken)
    {
        var own = await ReadAsync(repository, cancellationToken);
        var owner = repository.Name.Equals(OwnerRepository, StringComparison.OrdinalIgnoreCase)
            ? null
            : await ReadAsync(repository with { Id = 0, Name = OwnerRepository }, cancellationToken);
        var welcomeBot = own is null && owner is null
            ? (await files.ReadAsync(repository, WelcomeBotPath, isGood: _ => true, cancellationToken)).Text
            : null;
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd((own, owner, welcomeBot), Parse);
    }

    /// <summary>What would be in force in a repository if its file said something else.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="file">What its file would say; null if it had none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<EffectiveConfig> WithAsync(RepositoryRef repository, ConfigFile? file, CancellationToken cancellationToken)
    {
        var isOwners = repository.Name.Equals(OwnerRepository, StringComparison.OrdinalIgnoreCase);
        var owner = isOwners ? null : await ReadAsync(repository with { Id = 0, Name = OwnerRepository }, cancellationToken);
        return EffectiveConfig.Of(keys, owner is null ? null : parser.Parse(owner), file);
    }

    // A file that is refused whole leaves in force what it said before; if it never said anything, it is there all the same, and says nothing.
    private async Task<string?> ReadAsync(RepositoryRef repository, CancellationToken cancellationToken)
    {
        var file = await files.ReadAsync(repository, Path, text => !parser.Parse(text).IsRefused, cancellationToken);
        return file.Text is { } text && file.GoodText != text ? file.GoodText ?? "" : file.Text;
    }

    private EffectiveConfig Parse((string? Repository, string? Owner, string? WelcomeBot) texts) => EffectiveConfig.Of(
        keys,
        texts.Owner is { } owner ? parser.Parse(owner) : null,
        texts.Repository is { } own ? parser.Parse(own) : null,
        texts.WelcomeBot is { } welcomeBot ? welcomeBotParser.Parse(welcomeBot) : null);
}
