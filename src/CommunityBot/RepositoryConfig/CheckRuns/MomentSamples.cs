using CommunityBot.GitHub;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Links;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.RepositoryConfig.CheckRuns;

/// <summary>What each moment says by a config, shown on an example.</summary>
public sealed class MomentSamples(IEnumerable<Moment> moments, MessageRenderer renderer, LinkFinder links)
{
    /// <summary>Somebody whom GitHub made up for examples.</summary>
    private const string Author = "octocat";

    /// <summary>The texts, by the moment's kind, of the moments that the config has switched on.</summary>
    public async Task<IReadOnlyList<(string Kind, string Text)>> OfAsync(EffectiveConfig config, RepositoryRef repository, CancellationToken cancellationToken)
    {
        var (language, found) = (config.Get<GeneralSettings>().Language, await links.OfAsync(repository, config, cancellationToken));
        return
        [
            .. from moment in moments
               let settings = config.Moment(moment.Kind)
               where settings is { Enabled: true }
               let item = new MessageItem(moment.Subject, 1, "Say what happens when the file is missing", Url(repository, moment), [])
               let model = new MessageModel(language, repository, Author, item, found)
               select (moment.Kind, Marker.Strip(renderer.Render(moment, settings.Message, model, "sample"))),
        ];
    }

    private string Url(RepositoryRef repository, Moment moment) =>
        new Uri(renderer.ServerUrl, $"{repository.FullName}/{(moment.Subject == "discussion" ? "discussions" : "issues")}/1").AbsoluteUri;
}
