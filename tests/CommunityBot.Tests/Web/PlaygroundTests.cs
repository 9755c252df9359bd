using CommunityBot.Hosting;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CommunityBot.Web.Comments;
using CommunityBot.Web.Playground;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Tests.Web;

public sealed class PlaygroundTests : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private readonly PlaygroundModel _playground;

    public PlaygroundTests()
    {
        var services = new ServiceCollection().AddLogging();

        // Nobody is asked: the database is not there, and GitHub is not either.
        services.AddCommunityBotCore(OperatorSettings.ForPreview("Data Source=/no/such/folder/bot.db"));
        _services = services.AddSingleton<PlaygroundModel>().BuildServiceProvider();
        _playground = _services.GetRequiredService<PlaygroundModel>();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Every_moment_that_there_is_can_be_chosen_and_speaks_every_language()
    {
        var moments = _services.GetServices<Moment>().ToList();
        Assert.NotEmpty(moments);
        foreach (var moment in moments)
        {
            var said = new HashSet<string>();
            foreach (var language in Languages.All)
            {
                var view = await TryAsync("", moment.Kind, language);

                Assert.Equal((moment, language), (view.Moment, view.Language));
                Assert.Equal(moments, view.Moments);
                var text = Assert.Single(view.Texts);
                Assert.Equal(language, text.Language);
                Assert.Equal(moment.Kind, text.Comment.Moment);
                Assert.DoesNotMatch("[{}%]|  |\\]\\(\\)", text.Comment.Body);
                Assert.True(said.Add(text.Comment.Body), $"{moment.Kind} says the same in two languages");
            }
        }
    }

    [Fact]
    public void Every_moment_has_an_example_of_its_own()
    {
        var moments = _services.GetServices<Moment>().ToList();

        Assert.All(moments, moment => Assert.False(string.IsNullOrWhiteSpace(moment.SampleTitle), moment.Kind));
        Assert.All(moments, moment => Assert.EndsWith(".", moment.SampleEvent, StringComparison.Ordinal));
        Assert.Equal(moments.Count, moments.Select(moment => moment.SampleEvent).Distinct().Count());
    }

    [Theory]
    [InlineData("thanks.reporter", "by https://github.com/octocat/hello-world/pull/3.")]
    [InlineData("closing.no", "into this issue.")]
    public async Task An_example_is_about_what_it_stands_on(string moment, string words) =>
        Assert.Contains(words, Assert.Single((await TryAsync("", moment)).Texts).Comment.Body, StringComparison.Ordinal);

    [Theory]
    [InlineData("wellcome:\n  enabled: true\n")]
    [InlineData("welcome: { first-issue: { enabled: yes, message: 'Hi {{ auther }}' } }")]
    [InlineData("a: &b 1\n")]
    [InlineData("")]
    public async Task What_is_wrong_is_what_the_check_of_the_commit_says(string config)
    {
        var file = _services.GetRequiredService<ConfigParser>().Parse(config);
        var view = await TryAsync(config.ReplaceLineEndings("\r\n"));

        Assert.Equal(file.Problems, view.Problems);
        Assert.Equal(file.IsRefused, view.IsRefused);
    }

    [Fact]
    public async Task What_it_begins_with_is_a_good_config_and_speaks()
    {
        var view = await TryAsync(null, "welcome.first-issue");

        Assert.Empty(view.Problems);
        var comment = Assert.Single(view.Texts).Comment;
        Assert.StartsWith("Hi @octocat, **welcome**!", comment.Body, StringComparison.Ordinal);
        Assert.Contains("[Our guide](https://github.com/octocat/hello-world/blob/HEAD/CONTRIBUTING.md)", comment.Body, StringComparison.Ordinal);
        Assert.Equal("heart", comment.Reaction);
        Assert.Equal(["newcomer"], comment.Labels);
        Assert.True(Marker.TryRead(comment.Marker, out var kind, out _));
        Assert.Equal("welcome.first-issue", kind);
    }

    [Fact]
    public async Task The_file_has_the_last_word_on_the_language()
    {
        var chosen = await TryAsync("", language: "fr");
        var written = await TryAsync("language: de", language: "fr");

        Assert.Equal((null, "fr"), (chosen.OwnLanguage, chosen.Texts[0].Language));
        Assert.Equal(("de", "de"), (written.OwnLanguage, written.Texts[0].Language));
    }

    [Fact]
    public async Task Every_variant_is_shown_with_what_it_is_for()
    {
        var view = await TryAsync("welcome: { first-issue: { variants: [ { when: { label: [docs, l10n] }, message: For the docs. } ] } }", "welcome.first-issue");

        Assert.Equal(["Where label is [docs, l10n]", "Otherwise"], view.Texts.Select(text => text.When));
        Assert.Equal("For the docs.", view.Texts[0].Comment.Body);
    }

    [Fact]
    public async Task No_more_variants_are_shown_than_are_looked_at()
    {
        var variants = string.Join(", ", Enumerable.Range(0, 50).Select(number => $"{{ when: {{ label: l{number} }}, message: Text {number}. }}"));
        var view = await TryAsync($"welcome: {{ first-issue: {{ variants: [{variants}] }} }}", "welcome.first-issue");

        Assert.Equal(PlaygroundModel.MostTexts, view.Texts.Count);
        Assert.True(view.HasMore);
    }

    [Theory]
    [InlineData("", "thanks.release", "thanks.release is off unless a config switches it on.", "thanks.release.enabled: true", "thanks")]
    [InlineData("welcome: { enabled: false }", "welcome.first-issue", "welcome is switched off.", "welcome.enabled: true", "welcome")]
    [InlineData("mode: off", "closing.no", "The bot is switched off, so it does nothing at all.", "mode: on", null)]
    [InlineData("mode: observe", "closing.no", "The bot only observes: this is recorded, and nothing is posted.", "mode: on", null)]
    public async Task What_is_switched_off_says_so_and_what_switches_it_on(string config, string moment, string why, string instead, string? section)
    {
        var view = await TryAsync(config, moment);

        var hush = Assert.Single(view.Hushes);
        Assert.Equal((new(why, instead), section), (hush, hush.Section));
        Assert.NotEmpty(view.Texts);

        // A path in braces is the same key, however deep.
        var deep = string.Join(": { ", instead.Split('.')) + string.Concat(Enumerable.Repeat(" }", instead.Count(letter => letter == '.')));
        Assert.Empty((await TryAsync(deep, moment)).Hushes);
    }

    [Theory]
    [InlineData("closing.no", "The bot would close it, too.")]
    [InlineData("mentoring.claim-release", "The bot would take the assignment of octocat back, too.")]
    [InlineData("welcome.first-issue", null)]
    public async Task What_is_done_beside_is_told(string moment, string? note) =>
        Assert.Equal(note is null ? [] : [note], Assert.Single((await TryAsync("", moment)).Texts).Comment.Notes);

    [Fact]
    public void A_named_repository_leads_to_its_page_for_a_new_file()
    {
        var file = NewFile.Of("octo/hello.world", "version: 1\n# & more\n", new("https://github.example/"));

        Assert.Equal("https://github.example/octo/hello.world/new/HEAD?filename=.github/community-bot.yml&value=version%3A%201%0A%23%20%26%20more%0A", file.Url!.AbsoluteUri);
    }

    [Theory]
    [InlineData("octo")]
    [InlineData("octo/..")]
    [InlineData("octo/a/b")]
    [InlineData("octo/a?b")]
    [InlineData("https://github.com/octo/hello")]
    [InlineData("//evil.example/a")]
    public void What_is_no_repository_leads_nowhere(string repository) => Assert.Equal((null, true), (NewFile.Of(repository, "", new("https://github.com/")) is var file ? file.Url : null, file.IsMistyped));

    [Fact]
    public void A_file_that_is_too_long_for_a_link_is_to_be_copied()
    {
        var file = NewFile.Of("octo/hello", new('x', 9_000), new("https://github.com/"));

        Assert.Null(file.Url);
        Assert.False(file.IsMistyped);
        Assert.Contains("too long", file.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_texts_together_cost_no_more_than_may_be_and_the_rest_is_shown_as_it_was_written()
    {
        var text = string.Concat(Enumerable.Repeat("*a* ", 400));
        var variants = string.Concat(Enumerable.Range(1, PlaygroundModel.MostTexts).Select(number => $"      - {{ when: {{ label: l{number} }}, message: '{text}' }}\n"));
        var texts = (await TryAsync($"welcome:\n  first-issue:\n    variants:\n{variants}", "welcome.first-issue")).Texts;

        Assert.Equal(PlaygroundModel.MostTexts, texts.Count);
        Assert.All(texts, shown => Assert.Equal(text.Trim(), shown.Comment.Body));
        var laidOut = texts.Select(shown => !shown.Comment.Html.Value.Contains("<pre>", StringComparison.Ordinal)).ToList();
        Assert.Equal(PlaygroundModel.MostCost / CommentHtml.CostOf(text.Trim()), laidOut.Count(isLaidOut => isLaidOut));
        Assert.Equal(laidOut.OrderDescending(), laidOut);
    }

    [Fact]
    public async Task No_more_labels_are_shown_than_an_item_has()
    {
        var labels = string.Join(',', Enumerable.Range(1, 1_000).Select(number => $"l{number}"));
        var text = Assert.Single((await TryAsync($"welcome: {{ first-issue: {{ labels: [{labels}] }} }}", "welcome.first-issue")).Texts);

        Assert.Equal(100, text.Comment.Labels.Count);
    }

    [Theory]
    [InlineData(498, false)]
    [InlineData(499, true)]
    public async Task A_message_with_a_block_of_code_that_is_longer_than_is_read_is_told(int lines, bool isTold)
    {
        var text = string.Concat(Enumerable.Repeat("- a\\n", lines));
        var view = await TryAsync($"welcome: {{ first-issue: {{ message: \"{text}```\\n```\" }} }}", "welcome.first-issue");

        Assert.Equal(isTold, view.Problems.Any(problem => problem.Message.Contains("more than 500 lines", StringComparison.Ordinal)));
        Assert.Equal(isTold, view.Texts.Single().Language is not null);
    }

    private Task<PlaygroundView> TryAsync(string? config, string? moment = null, string? language = null) =>
        _playground.TryAsync(new(config, moment, language, Repository: null, Look: null), TestContext.Current.CancellationToken);
}
