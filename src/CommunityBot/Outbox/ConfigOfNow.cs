using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Outbox;

/// <summary>What the config says of a message by the time it is posted: it may have changed since the message was written.</summary>
public sealed class ConfigOfNow(IConfigSource configs, IEnumerable<Moment> moments, TimeProvider time)
{
    private readonly Dictionary<string, string> _settings = moments.ToDictionary(moment => moment.Kind, moment => moment.Setting);

    /// <summary>How much the bot may do; why the message is not wanted any more, null if it is; and when it may be said, if not yet.</summary>
    public async Task<(BotMode Mode, string? WhyNot, DateTimeOffset? Opens)> OfAsync(OutboxMessage message, Effect effect, CancellationToken cancellationToken)
    {
        // A check run is no speech: it answers whoever changes the config.
        if (effect is CheckRunEffect)
        {
            return (BotMode.On, null, null);
        }

        var (config, spoken) = (await configs.OfAsync(message.Repository, cancellationToken), effect as SpokenEffect);
        return (config.Get<GeneralSettings>().Mode, WhyNot(config, message, spoken), spoken is { WithinHours: true } ? Opens(config) : null);
    }

    // Of what falls together in one message, the strongest moment stands for all.
    private string? WhyNot(EffectiveConfig config, OutboxMessage message, SpokenEffect? spoken) =>
        config.Get<GeneralSettings>().Mode == BotMode.Off ? "the config says mode: off"
        : config.Get<PeopleSettings>().Ignores(spoken?.Login) ? "the config ignores whom it is about"
        : _settings.GetValueOrDefault(message.Moment) is { } setting && !config.IsWanted(setting) ? $"the config does not want {setting} any more"
        : null;

    private DateTimeOffset? Opens(EffectiveConfig config)
    {
        var now = time.GetUtcNow();
        var opens = new WorkCalendar(config.Get<CalendarSettings>()).NextOpen(now);
        return opens > now ? opens : null;
    }
}
