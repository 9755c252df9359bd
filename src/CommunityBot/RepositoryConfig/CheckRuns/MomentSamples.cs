using CommunityBot.GitHub;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.RepositoryConfig.CheckRuns;

/// <summary>What each moment says by a config, shown on an example.</summary>
public sealed class MomentSamples(IEnumerable<Moment> moments, MessageRenderer renderer)
{
    /// <summary>Somebody whom GitHub made up for examples.</summary>
    private const string Author = "octocat";

    /// <summary>The texts, by the moment's kind, of the moments that the config has switched on.</summary>
    public IReadOnlyList<(string Kind, string Text)> Of(EffectiveConfig config, RepositoryRef repository) =>
    [
        .. from moment in moments
           let settings = config.Moment(moment.Kind)
           where settings is { Enabled: true }
           select (moment.Kind, Marker.Strip(renderer.Render(moment, settings.Message, Model(moment, config.Get<GeneralSettings>().Language, repository), "sample"))),
    ];

    private static MessageModel Model(Moment moment, string language, RepositoryRef repository) =>
        new(language, repository, Author, new(moment.Subject, 1, "Say what happens when the file is missing", $"https://github.com/{repository.FullName}/issues/1", []));
}
