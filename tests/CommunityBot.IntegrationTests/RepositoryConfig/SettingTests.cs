using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Outbox;
using CommunityBot.Work;

namespace CommunityBot.IntegrationTests.RepositoryConfig;

/// <summary>What the settings of a repository change about what is said.</summary>
public sealed class SettingTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("mode: \"off\"\n")]
    [InlineData("people: { ignore: [NewComer] }\n")]
    [InlineData("welcome: { enabled: false }\n")]
    [InlineData("welcome: { first-issue: { enabled: false } }\n")]
    public async Task Nothing_is_said_or_asked_where_the_config_wants_it_so(string config)
    {
        var issue = await OpenAsync(config);

        Assert.Empty(issue.Comments);
        Assert.Empty(issue.Reactions);
        Assert.Empty(_scene.Calls);
    }

    [Fact]
    public async Task Observing_everything_is_recorded_and_nothing_posted()
    {
        var issue = await OpenAsync("mode: observe\nwelcome: { first-issue: { labels: [newcomer] } }\n");

        Assert.Empty(issue.Comments);
        Assert.Empty(issue.Reactions);
        Assert.Empty(issue.Labels);
        var message = Assert.Single(await _scene.Bot.OutboxAsync());
        Assert.Equal(("welcome.first-issue", WorkState.Completed, "", null), (message.Moment, message.State, message.Url, message.ContentAt));
        Assert.Contains("@newcomer", ((CommentEffect)EffectCodec.Read(message.Effect)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_welcome_waits_as_long_as_the_config_says()
    {
        var issue = await OpenAsync("welcome: { after: 30 minutes }\n");

        _scene.Time.Advance(TimeSpan.FromMinutes(29));
        await _scene.Bot.SettledAsync();
        Assert.Empty(issue.Comments);

        _scene.Time.Advance(TimeSpan.FromMinutes(2));
        await _scene.Bot.SettledAsync();
        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task A_welcome_that_waited_is_not_said_on_what_was_closed_meanwhile()
    {
        var issue = await OpenAsync("welcome: { after: 30 minutes }\n");
        _scene.GitHub.Close(issue);

        _scene.Time.Advance(TimeSpan.FromMinutes(31));
        await _scene.Bot.SettledAsync();

        Assert.Empty(issue.Comments);
        Assert.Empty(issue.Reactions);
    }

    [Fact]
    public async Task A_welcome_that_waited_is_not_tried_where_the_conversation_was_locked_meanwhile()
    {
        var issue = await OpenAsync("welcome: { after: 30 minutes }\n");
        _scene.GitHub.Lock(issue);

        _scene.Time.Advance(TimeSpan.FromMinutes(31));
        await _scene.Bot.SettledAsync();

        Assert.DoesNotContain("POST comments", _scene.Calls);
        Assert.Equal((WorkState.Completed, null), (await _scene.Bot.OutboxAsync()).Select(message => (message.State, message.ContentAt)).Single());
    }

    [Theory]
    [InlineData("mode: \"off\"\n", "the config says mode: off")]
    [InlineData("welcome: { enabled: false }\n", "the config does not want welcome.first-issue any more")]
    [InlineData("welcome: { first-issue: { enabled: false } }\n", "the config does not want welcome.first-issue any more")]
    [InlineData("people: { ignore: [NewComer] }\n", "the config ignores whom it is about")]
    public async Task A_welcome_that_waited_is_not_said_where_the_config_wants_it_no_more(string config, string why)
    {
        var issue = await OpenAsync("welcome: { after: 2 hours }\n");
        await _scene.ConfigureAsync(config);

        _scene.Time.Advance(TimeSpan.FromHours(3));
        await _scene.Bot.SettledAsync();

        Assert.Empty(issue.Comments);
        Assert.Empty(issue.Reactions);
        Assert.Equal((WorkState.Completed, why), (await _scene.Bot.OutboxAsync()).Where(message => message.Moment == "welcome.first-issue").Select(message => (message.State, message.Error)).Single());
    }

    [Fact]
    public async Task A_welcome_that_waited_has_the_words_of_when_it_began_to()
    {
        var issue = await OpenAsync("welcome: { after: 2 hours, first-issue: { message: Words of then. } }\n");
        await _scene.ConfigureAsync("welcome: { first-issue: { message: Words of now. } }\n");

        _scene.Time.Advance(TimeSpan.FromHours(3));
        await _scene.Bot.SettledAsync();

        Assert.StartsWith("Words of then.", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_that_cannot_be_set_is_no_reason_to_say_anything_twice()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (_, path) => path.EndsWith("/labels", StringComparison.Ordinal)) { Status = 403, Message = "Resource not accessible by integration" });

        var issue = await OpenAsync("welcome: { first-issue: { labels: [newcomer] } }\n");

        Assert.Single(issue.Comments);
        Assert.Equal(WorkState.Completed, Assert.Single(await _scene.Bot.OutboxAsync()).State);
    }

    private async Task<SimulatedItem> OpenAsync(string config)
    {
        _scene.Repository.Files[".github/community-bot.yml"] = config;
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        return issue;
    }
}
