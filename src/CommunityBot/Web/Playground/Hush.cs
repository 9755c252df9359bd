using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Web.Playground;

/// <summary>Why nothing of a moment is posted.</summary>
/// <param name="Why">Why, in a sentence.</param>
/// <param name="Instead">What to write in the config instead: a key by its path, and its value.</param>
public sealed record Hush(string Why, string Instead)
{
    private const string Switch = ".enabled";

    /// <summary>The section that it belongs to; null if it stands by itself.</summary>
    public string? Section => Instead.IndexOf('.') is > 0 and var end ? Instead[..end] : null;

    /// <summary>All reasons by a config: each alone is enough.</summary>
    public static IEnumerable<Hush> Of(Moment moment, EffectiveConfig config)
    {
        switch (config.Get<GeneralSettings>().Mode)
        {
            case BotMode.Off:
                yield return new("The bot is switched off, so it does nothing at all.", "mode: on");
                break;
            case BotMode.Observe:
                yield return new("The bot only observes: this is recorded, and nothing is posted.", "mode: on");
                break;
        }

        foreach (var (key, _, origin) in config.Values.Where(value => value.Text == "false" && value.KeyPath.EndsWith(Switch, StringComparison.Ordinal)))
        {
            var path = key[..^Switch.Length];
            if ($"{moment.Setting}.".StartsWith($"{path}.", StringComparison.Ordinal))
            {
                yield return new(origin == ConfigOrigin.Default ? $"{path} is off unless a config switches it on." : $"{path} is switched off.", $"{key}: true");
            }
        }
    }
}
