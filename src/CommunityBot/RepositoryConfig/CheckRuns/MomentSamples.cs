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
    public const string Author = "octocat";

    /// <summary>Somebody of the project, made up by GitHub, too.</summary>
    public const string Helper = "hubot";

    private static readonly IReadOnlyList<ConfigKey> Conditions = ConfigTypes.KeysOf(typeof(VariantConditions));

    /// <summary>The texts of the moments that the config wants, those of variants first.</summary>
    public async Task<IReadOnlyList<MomentSample>> OfAsync(EffectiveConfig config, RepositoryRef repository, CancellationToken cancellationToken)
    {
        var found = await links.OfAsync(repository, config, cancellationToken);
        return [.. moments.Where(moment => moment.HasMessage && config.IsWanted(moment.Setting)).SelectMany(moment => Of(moment, config, repository, found))];
    }

    /// <summary>The texts of a moment, wanted or not, those of variants first. They are made one by one, as they are asked for.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="config">The config.</param>
    /// <param name="repository">Where it is said.</param>
    /// <param name="found">Where messages point to.</param>
    public IEnumerable<MomentSample> Of(Moment moment, EffectiveConfig config, RepositoryRef repository, MessageLinks found)
    {
        var settings = moment.HasMessage ? config.Moment(moment.Setting) : null;
        var variants = settings?.Variants ?? [];
        var model = new MessageModel(config.Get<GeneralSettings>().Language, repository, Author, Item(repository, moment), found) { Extras = Extras(repository, moment, config) };
        return variants
            .Select(variant => new MomentSample(moment.Setting, Show(variant.When), IsRest: false, IsBuiltIn: false, renderer.Render(moment, variant.Message, model)))
            .Concat(new[] { settings?.Message }
                .Select(message => new MomentSample(moment.Setting, [], IsRest: variants.Count > 0, IsBuiltIn: message is null, renderer.Render(moment, message, model))));
    }

    /// <summary>What a moment is said on in the example.</summary>
    public MessageItem Item(RepositoryRef repository, Moment moment)
    {
        var (number, page) = moment.Subject switch
        {
            "release" => (0, $"releases/tag/{moment.SampleTitle}"),
            "discussion" => (1, "discussions/1"),
            "pull_request" => (1, "pull/1"),
            _ => (1, "issues/1"),
        };
        return new(moment.Subject, number, moment.SampleTitle, new Uri(renderer.ServerUrl, $"{repository.FullName}/{page}").AbsoluteUri, Labels: []);
    }

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
            Mentor = moment.HasMentor && config.Get<PeopleSettings>().Mentors.Count > 0 ? Helper : null,
            Merger = Helper,
            GoodFirstIssues = [new("issue", 2, "Say where the file was looked for", new Uri(renderer.ServerUrl, $"{repository.FullName}/issues/2").AbsoluteUri, [])],
            Related = moment.HasFix ? [new("pull_request", 3, "Name the file that is missing", new Uri(renderer.ServerUrl, $"{repository.FullName}/pull/3").AbsoluteUri, [])] : [],
            People = new Dictionary<string, IReadOnlyList<string>>
            {
                ["newcomers"] = [Author],
                ["contributors"] = ["monalisa"],
                ["reviewers"] = [Helper],
                ["mergers"] = [Helper],
                ["confirmers"] = ["monalisa"],
            },
        };
    }
}
