using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Thanks;

public sealed class AnswerTests : IAsyncLifetime
{
    private const string Config = ".github/community-bot.yml";

    private Scene _scene = null!;

    private SimulatedItem _question = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _question = _scene.OpenDiscussion("asker", association: "MEMBER");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    private IEnumerable<SimulatedComment> Thanks => _question.Comments.Where(comment => comment.Author.Id == _scene.GitHub.Bot.Id);

    [Fact]
    public async Task Who_gave_the_answer_is_thanked_once_for_the_discussion()
    {
        await _scene.AnswerAsync(_question, "answerer");
        await _scene.AnswerAsync(_question, "another");

        var comment = Assert.Single(Thanks);
        Assert.StartsWith("Hi @answerer, your answer was marked as the one that helped.", comment.Body, StringComparison.Ordinal);
        Assert.EndsWith($"<!-- community-bot moment=thanks.answer key={_question.Id} -->", comment.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_marked_the_answer_makes_no_difference()
    {
        _scene.GitHub.Answer(_question, _scene.GitHub.AddUser("answerer"));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.DiscussionAnswered(_question, by: _scene.GitHub.AddUser("maintainer")));

        Assert.Contains("@answerer", Assert.Single(Thanks).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_to_a_question_of_an_account_that_is_gone_is_thanked_for()
    {
        _question = _scene.OpenDiscussion("ghost");
        _scene.GitHub.Answer(_question, _scene.GitHub.AddUser("answerer"));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.DiscussionAnswered(_question, by: _scene.GitHub.AddUser("maintainer")));

        Assert.Single(Thanks);
    }

    [Fact]
    public async Task Nobody_is_thanked_for_an_answer_to_their_own_question()
    {
        await _scene.AnswerAsync(_question, "asker");

        Assert.Empty(Thanks);
        Assert.Empty(_scene.Calls);
    }

    [Theory]
    [InlineData("helper[bot]", "Bot")]
    [InlineData("Copilot", "Bot")]
    [InlineData("ghost", "User")]
    public async Task What_is_no_person_is_not_thanked(string login, string type)
    {
        await _scene.AnswerAsync(_question, login, type: type);

        Assert.Empty(Thanks);
        Assert.Empty(_scene.Calls);
    }

    [Fact]
    public async Task Answer_that_a_bot_marked_is_left_alone()
    {
        _scene.GitHub.Answer(_question, _scene.GitHub.AddUser("answerer"));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.DiscussionAnswered(_question, by: _scene.GitHub.AddUser("marker[bot]", "Bot")));

        Assert.Empty(Thanks);
    }

    [Theory]
    [InlineData("MEMBER", null)]
    [InlineData("NONE", "write")]
    public async Task Insider_is_thanked_only_where_the_config_says_so(string association, string? permission)
    {
        await _scene.AnswerAsync(_question, "insider", association, permission);
        Assert.Empty(Thanks);

        _scene.Repository.Files[Config] = "thanks: { insiders: true }\n";
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, _scene.Repository.Files.Head.Sha));
        await _scene.AnswerAsync(_question, "insider", association, permission);
        Assert.Single(Thanks);
    }

    [Theory]
    [InlineData("thanks: { enabled: false }\n")]
    [InlineData("thanks: { answer: { enabled: false } }\n")]
    [InlineData("people: { ignore: [answerer] }\n")]
    public async Task Nothing_is_said_or_asked_where_the_config_wants_it_so(string config)
    {
        _scene.Repository.Files[Config] = config;
        await _scene.AnswerAsync(_question, "answerer");

        Assert.Empty(Thanks);
        Assert.Empty(_scene.Calls);
    }

    [Fact]
    public async Task Answer_in_a_discussion_that_is_older_than_the_installation_is_left_alone()
    {
        _question = _scene.OpenDiscussion("asker", createdAt: _scene.Installation.CreatedAt.AddMinutes(-1));
        await _scene.AnswerAsync(_question, "answerer");

        Assert.Empty(Thanks);
    }

    [Fact]
    public async Task Nothing_is_said_in_a_locked_discussion()
    {
        _scene.GitHub.Lock(_question);
        await _scene.AnswerAsync(_question, "answerer");

        Assert.Empty(Thanks);
    }

    [Fact]
    public async Task Message_is_that_of_the_config_and_a_variant_knows_who_returns()
    {
        _scene.GitHub.OpenIssue(_scene.Repository, _scene.GitHub.AddUser("returning"), createdAt: _scene.Time.GetUtcNow().AddDays(-800));
        _scene.Repository.Files[Config] = """
            thanks:
              answer: { message: "Thanks, {{ author.mention }}.", variants: [{ when: { returning-after: 52 weeks }, message: "Welcome back, {{ author.mention }}." }] }

            """;
        await _scene.AnswerAsync(_question, "returning");
        Assert.StartsWith("Welcome back, @returning.", Assert.Single(Thanks).Body, StringComparison.Ordinal);

        _question = _scene.OpenDiscussion("asker", association: "MEMBER");
        await _scene.AnswerAsync(_question, "answerer");
        Assert.StartsWith("Thanks, @answerer.", Assert.Single(Thanks).Body, StringComparison.Ordinal);
    }
}
