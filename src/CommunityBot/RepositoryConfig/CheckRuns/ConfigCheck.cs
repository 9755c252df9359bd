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
        var text = (await github.ReadFileAsync(repository, RepositoryConfigs.Path, headSha, etag: null, cancellationToken)).Text;
        var file = text is null ? null : parser.Parse(text);
        var effective = file is { IsRefused: true }
            ? await configs.OfAsync(repository, cancellationToken)
            : await configs.WithAsync(repository, file, cancellationToken);
        outbox.Add(
            context,
            Kind,
            $"{repository.Id}-{headSha}",
            new CheckRunEffect(ConfigCheckRules.Write(headSha, file, effective, await samples.OfAsync(effective, repository, cancellationToken))));
    }
}
