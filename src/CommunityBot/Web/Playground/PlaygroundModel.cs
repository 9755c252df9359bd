using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.CheckRuns;
using CommunityBot.RepositoryConfig.Links;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Web.Comments;
using Microsoft.Extensions.Options;

namespace CommunityBot.Web.Playground;

/// <summary>Says what a config leads to, on examples. It asks nobody for anything and keeps nothing: what reads a config and speaks by it is what does so for repositories.</summary>
public sealed class PlaygroundModel(IEnumerable<Moment> moments, ConfigKeys keys, ConfigParser parser, MomentSamples samples, IOptions<GitHubOptions> options) : IDisposable
{
    /// <summary>Texts that are shown of a moment: more variants than a config has, few enough that a page of the longest ones is soon there.</summary>
    public const int MostTexts = 10;

    /// <summary>What laying out all of them may cost: two of the longest comments, or ten that are far longer than anybody reads.</summary>
    public const int MostCost = 2 * CommentHtml.MostCost;

    /// <summary>Labels that are shown of a text: as many as <see href="https://docs.github.com/rest/issues/labels">GitHub puts on one item</see>. A config can name nine thousand.</summary>
    private const int MostLabels = 100;

    /// <summary>What the page begins with.</summary>
    public const string Beginning = """
        # .github/community-bot.yml - every key is optional.
        version: 1
        welcome:
          first-issue:
            labels: [newcomer]
            message: |
              Hi {{ author.mention }}, **welcome**!

              Thank you. Somebody reads this within a week.
              {% if links.contributing %}
              [Our guide]({{ links.contributing }}) shows the way.
              {% endif %}
        thanks:
          first-merge:
            reaction: rocket

        """;

    private static readonly RepositoryRef Example = new(1, 1, MomentSamples.Author, "hello-world");

    /// <summary>What the example has at the usual places, where the bot would find it.</summary>
    private static readonly LinksSettings Found = new() { Contributing = "CONTRIBUTING.md", CodeOfConduct = "CODE_OF_CONDUCT.md" };

    // A file of nothing but the worst templates takes a processor for a while: one at a time leaves the others to deliveries.
    private readonly SemaphoreSlim _turn = new(1);

    private readonly IReadOnlyList<Moment> _moments = [.. moments];

    /// <summary>Tries a config.</summary>
    public async Task<PlaygroundView> TryAsync(PlaygroundInput input, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return Try(input);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private PlaygroundView Try(PlaygroundInput input)
    {
        // Forms have the line breaks of e-mail.
        var text = input.Config?.ReplaceLineEndings("\n") ?? Beginning;
        var moment = _moments.FirstOrDefault(moment => moment.Kind == input.Moment) ?? _moments[0];
        var language = Languages.All.Contains(input.Language) ? input.Language! : Languages.Default;
        var name = input.Repository?.Trim() ?? "";
        var repository = NewFile.Find(name) ?? Example;

        // What is chosen stands behind the file, as an owner's file does: the file has the last word.
        var file = parser.Parse(text);
        var chosen = new ConfigFile(new Dictionary<string, object> { ["language"] = language }, Problems: [], IsRefused: false);
        var config = EffectiveConfig.Of(keys, owner: chosen, repository: file);
        var links = LinkAddresses.Of(config.Get<LinksSettings>(), repository, Server).Or(LinkAddresses.Of(Found, repository, Server));
        List<MomentSample> texts = [.. samples.Of(moment, config, repository, links).Take(MostTexts + 1)];
        return new(text, moment, language, name, input.Look is "light" or "dark" ? input.Look : null)
        {
            Moments = _moments,
            Problems = file.Problems,
            IsRefused = file.IsRefused,
            OwnLanguage = file.Values.GetValueOrDefault("language") as string,
            Place = repository.FullName,
            Item = samples.Item(repository, moment),
            Texts = [.. Show(texts.Take(MostTexts), moment, config, repository)],
            HasMore = texts.Count > MostTexts,
            Hushes = [.. Hush.Of(moment, config)],
            NewFile = NewFile.Of(name, text, Server),
        };
    }

    private Uri Server => options.Value.ServerUrl;

    private IEnumerable<PlaygroundText> Show(IEnumerable<MomentSample> samples, Moment moment, EffectiveConfig config, RepositoryRef repository)
    {
        var left = MostCost;
        foreach (var sample in samples)
        {
            var most = Math.Min(left, CommentHtml.MostCost);
            yield return Show(sample, most, moment, config, repository);
            left -= CommentHtml.CostOf(sample.Text) is var cost && cost <= most ? cost : 0;
        }
    }

    private PlaygroundText Show(MomentSample sample, int most, Moment moment, EffectiveConfig config, RepositoryRef repository)
    {
        var settings = moment.HasMessage ? config.Moment(moment.Setting) : null;
        return new(When(sample), sample.IsBuiltIn ? config.Get<GeneralSettings>().Language : null, new(sample.Text, new(Server, repository.FullName), Place: null, moment.Kind, most)
        {
            Reaction = settings?.GitHubReaction(),
            Labels = [.. (settings?.Labels ?? []).Take(MostLabels)],
            Notes = moment.SampleDeed is { } deed ? [$"The bot would {deed}, too."] : [],
            Marker = Marker.Build(moment.Kind, $"{repository.Id}-1"),
        });
    }

    private static string? When(MomentSample sample) =>
        sample.IsRest ? "Otherwise"
        : sample.Conditions.Count == 0 ? null
        : $"Where {string.Join(" and ", sample.Conditions.Select(condition => $"{condition.Key} is {condition.Value}"))}";
}
