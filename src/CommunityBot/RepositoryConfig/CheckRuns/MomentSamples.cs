using CommunityBot.GitHub;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Keys;
using CommunityBot.RepositoryConfig.Links;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.RepositoryConfig.CheckRuns;

/// <summary>What each moment says by a config, shown on an example.</summary>
public sealed class MomentSamples(IEnumerable<Moment> moments, MessageRenderer renderer, LinkFinder links)
{
    /// <summary>Somebody whom GitHub made up for examples.</summary>
    private const string Author = "octocat";

    private const string Title = "Say what happens when the file is missing";

    private static readonly IReadOnlyList<ConfigKey> Conditions = ConfigTypes.KeysOf(typeof(VariantConditions));

    /// <summary>The texts of the moments that the config wants, those of variants first.</summary>
    public async Task<IReadOnlyList<MomentSample>> OfAsync(EffectiveConfig config, RepositoryRef repository, CancellationToken cancellationToken)
    {
        var (language, found) = (config.Get<GeneralSettings>().Language, await links.OfAsync(repository, config, cancellationToken));
        return
        [
            .. from moment in moments
               where moment.HasMessage && config.IsWanted(moment.Setting)
               let item = Item(repository, moment.Subject)
               let model = new MessageModel(language, repository, Author, item, found) { Extras = Extras(repository, moment, config) }
               from sample in Samples(moment, config.Moment(moment.Setting)!, model)
               select sample,
        ];
    }

    private IEnumerable<MomentSample> Samples(Moment moment, MomentSettings settings, MessageModel model) => settings.Variants
        .Select(variant => new MomentSample(moment.Setting, Show(variant.When), IsRest: false, IsBuiltIn: false, renderer.Render(moment, variant.Message, model)))
        .Append(new(moment.Setting, [], IsRest: settings.Variants.Count > 0, IsBuiltIn: settings.Message is null, renderer.Render(moment, settings.Message, model)));

    private static IReadOnlyList<(string Key, string Value)> Show(VariantConditions when) =>
        [.. Conditions.Select(key => (key.Name, key.Type.Show(key.Property!.GetValue(when)))).Where(condition => condition.Item2.Length > 0)];

    private MessageExtras Extras(RepositoryRef repository, Moment moment, EffectiveConfig config)
    {
        return new()
        {
            Count = moment.SampleCount,
            Days = 5,
            Lines = 42,
            Files = 3,
            Updates = 2,
            CanClaim = true,
            Mentor = moment.HasMentor && config.Get<PeopleSettings>().Mentors.Count > 0 ? "hubot" : null,
            Merger = "hubot",
            GoodFirstIssues = [new("issue", 2, "Say where the file was looked for", new Uri(renderer.ServerUrl, $"{repository.FullName}/issues/2").AbsoluteUri, [])],
            Related = [new("pull_request", 3, "Name the file", new Uri(renderer.ServerUrl, $"{repository.FullName}/pull/3").AbsoluteUri, [])],
            People = new Dictionary<string, IReadOnlyList<string>>
            {
                ["newcomers"] = [Author],
                ["contributors"] = ["monalisa"],
                ["reviewers"] = ["hubot"],
                ["mergers"] = ["hubot"],
                ["confirmers"] = ["monalisa"],
            },
        };
    }

    private MessageItem Item(RepositoryRef repository, string subject)
    {
        var (number, title, page) = subject switch
        {
            "release" => (0, "v1.2.0", "releases/tag/v1.2.0"),
            "discussion" => (1, Title, "discussions/1"),
            "pull_request" => (1, Title, "pull/1"),
            _ => (1, Title, "issues/1"),
        };
        return new(subject, number, title, new Uri(renderer.ServerUrl, $"{repository.FullName}/{page}").AbsoluteUri, Labels: []);
    }
}
