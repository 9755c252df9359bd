using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Outbox;

/// <summary>What the config says of a message by the time it is posted: it may have changed since the message was written.</summary>
public sealed class ConfigOfNow(IConfigSource configs, IEnumerable<Moment> moments)
{
    private readonly Dictionary<string, string> _settings = moments.ToDictionary(moment => moment.Kind, moment => moment.Setting);

    /// <summary>How much the bot may do, and why the message is not wanted any more; null if it is.</summary>
    public async Task<(BotMode Mode, string? WhyNot)> OfAsync(OutboxMessage message, Effect effect, CancellationToken cancellationToken)
    {
        // A check run is no speech: it answers whoever changes the config.
        if (!effect.IsContent)
        {
            return (BotMode.On, null);
        }

        var config = await configs.OfAsync(message.Repository, cancellationToken);
        return (config.Get<GeneralSettings>().Mode, WhyNot(config, message, effect as SpokenEffect));
    }

    // Of what falls together in one message, the strongest moment stands for all.
    private string? WhyNot(EffectiveConfig config, OutboxMessage message, SpokenEffect? spoken) =>
        config.Get<GeneralSettings>().Mode == BotMode.Off ? "the config says mode: off"
        : config.Get<PeopleSettings>().Ignores(spoken?.Login) ? "the config ignores whom it is about"
        : _settings.GetValueOrDefault(message.Moment) is { } setting && !config.IsWanted(setting) ? $"the config does not want {setting} any more"
        : null;
}
