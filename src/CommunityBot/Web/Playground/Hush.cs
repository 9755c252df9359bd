using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Web.Playground;

/// <summary>Why nothing of a moment is posted.</summary>
/// <param name="Why">Why, in a sentence.</param>
/// <param name="Instead">What to write in the config instead.</param>
public sealed record Hush(string Why, string Instead)
{
    private const string Switch = ".enabled";

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
                yield return new(origin == ConfigOrigin.Default ? $"{path} is off unless a config switches it on." : $"{path} is switched off.", Nested(key.Split('.')));
            }
        }
    }

    private static string Nested(string[] names) => string.Join('\n', names.Select((name, depth) => $"{new string(' ', 2 * depth)}{name}:")) + " true";
}
