using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Yaml;

namespace CommunityBot.RepositoryConfig;

/// <summary>
/// Reads the keys of <see href="https://github.com/behaviorbot/welcome">the welcome bot</see> from <c>.github/config.yml</c>, so that who comes from it keeps their words. The
/// file is shared by many bots: nothing in it is a problem of ours.
/// </summary>
/// <param name="keys">What a config can say; of the three, those that it cannot are left out.</param>
public sealed class WelcomeBotParser(ConfigKeys keys)
{
    /// <summary>What each of the keys is called in a config of ours.</summary>
    internal static readonly Dictionary<string, string> Paths = new()
    {
        ["newIssueWelcomeComment"] = "welcome.first-issue.message",
        ["newPRWelcomeComment"] = "welcome.first-pull-request.message",
        ["firstPRMergeComment"] = "thanks.first-merge.message",
    };

    /// <summary>Reads a file. The texts are Markdown, and say what they say even if they look like templates.</summary>
    public ConfigFile Parse(string text)
    {
        var values = new Dictionary<string, object>();
        foreach (var (key, message) in TopTexts.Read(text))
        {
            if (Paths.TryGetValue(key, out var path) && keys.Has(path) && !string.IsNullOrWhiteSpace(message))
            {
                values.TryAdd(path, PlainMarkdown.AsTemplate(message));
            }
        }

        return new(values, [], IsRefused: false);
    }
}
