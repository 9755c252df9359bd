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
               let settings = config.Moment(moment.Setting)
               where settings is { Enabled: true }
               let item = new MessageItem(moment.Subject, 1, "Say what happens when the file is missing", Url(repository, moment), [])
               let model = new MessageModel(language, repository, Author, item, found) { Extras = Extras(repository) }
               select (moment.Kind, renderer.Render(moment, settings.Message, model)),
        ];
    }

    private MessageExtras Extras(RepositoryRef repository)
    {
        IReadOnlyList<string> people = [Author];
        return new()
        {
            Count = 5,
            GoodFirstIssues = [new("issue", 2, "Say where the file was looked for", new Uri(renderer.ServerUrl, $"{repository.FullName}/issues/2").AbsoluteUri, [])],
            Related = [new("pull_request", 3, "Name the file", new Uri(renderer.ServerUrl, $"{repository.FullName}/pull/3").AbsoluteUri, [])],
            People = new Dictionary<string, IReadOnlyList<string>> { ["reviewers"] = people },
        };
    }

    private string Url(RepositoryRef repository, Moment moment) =>
        new Uri(renderer.ServerUrl, $"{repository.FullName}/{(moment.Subject == "discussion" ? "discussions" : "issues")}/1").AbsoluteUri;
}
