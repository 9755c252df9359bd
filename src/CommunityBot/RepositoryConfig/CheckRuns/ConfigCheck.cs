using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Outbox;

namespace CommunityBot.RepositoryConfig.CheckRuns;

/// <summary>Answers whoever changes a config with a check run on the commit: what is wrong, or what will be said.</summary>
public sealed class ConfigCheck(IGitHubReader github, ConfigParser parser, RepositoryConfigs configs, MomentSamples samples, Outbox.Outbox outbox)
{
    /// <summary>The check run's name in the outbox, where it stands among the moments.</summary>
    private const string Kind = "config.check";

    /// <summary>Adds the check run of the config at a commit.</summary>
    public async Task AddAsync(DeliveryContext context, string headSha, CancellationToken cancellationToken)
    {
        var repository = context.Repository;
        var text = await ReadAsync(repository, RepositoryConfigs.Path, headSha, cancellationToken);
        var file = text is null ? null : parser.Parse(text);
        var effective = file is { IsRefused: true }
            ? await configs.OfAsync(repository, cancellationToken)
            : await configs.WithAsync(repository, file, file is null ? await ReadAsync(repository, RepositoryConfigs.WelcomeBotPath, headSha, cancellationToken) : null, cancellationToken);
        outbox.Add(
            context,
            Kind,
            $"{repository.Id}-{headSha}",
            new CheckRunEffect(ConfigCheckRules.Write(headSha, file, effective, await samples.OfAsync(effective, repository, cancellationToken))));
    }

    private async Task<string?> ReadAsync(RepositoryRef repository, string path, string headSha, CancellationToken cancellationToken) =>
        (await github.ReadFileAsync(repository, path, headSha, etag: null, cancellationToken)).Text;
}
