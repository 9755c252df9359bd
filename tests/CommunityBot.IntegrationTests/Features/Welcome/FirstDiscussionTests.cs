using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Welcome;

public sealed class FirstDiscussionTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Newcomer_is_welcomed_once_on_their_first_discussion_and_with_words_alone()
    {
        var discussion = _scene.OpenDiscussion("newcomer");
        await _scene.DeliverAsync(discussion);
        await _scene.DeliverAsync(discussion);

        var comment = Assert.Single(discussion.Comments);
        Assert.StartsWith("Hi @newcomer, thank you for starting this discussion, and welcome to hello.", comment.Body, StringComparison.Ordinal);
        Assert.EndsWith($"<!-- community-bot moment=welcome.first-discussion key={_scene.Repository.Id}-{discussion.Author!.Id} -->", comment.Body, StringComparison.Ordinal);
        Assert.Empty(discussion.Reactions);
    }

    [Fact]
    public async Task Greeting_costs_the_two_histories_the_permission_and_the_comment_and_later_discussions_cost_nothing()
    {
        // Where messages can point to is asked for once a repository.
        await _scene.DeliverAsync(_scene.OpenDiscussion("somebody-else"));
        var before = _scene.Calls.Count;
        await _scene.DeliverAsync(_scene.OpenDiscussion("newcomer"));
        Assert.Equal(["GET issues", "POST AuthoredDiscussions", "GET permission", "POST AddDiscussionComment"], _scene.Calls.Skip(before));
        before = _scene.Calls.Count;

        var second = _scene.OpenDiscussion("newcomer");
        await _scene.DeliverAsync(second);

        Assert.Empty(second.Comments);
        Assert.Empty(_scene.Calls.Skip(before));
    }

    [Fact]
    public async Task Discussion_from_before_the_installation_makes_a_later_one_no_first()
    {
        _scene.OpenDiscussion("veteran", createdAt: _scene.Installation.CreatedAt.AddDays(-1));
        var discussion = _scene.OpenDiscussion("veteran");
        await _scene.DeliverAsync(discussion);

        Assert.Empty(discussion.Comments);
        Assert.DoesNotContain("GET permission", _scene.Calls);
    }

    [Fact]
    public async Task Two_opened_in_the_same_instant_give_one_greeting_even_if_GitHub_lists_them_later()
    {
        _scene.GitHub.Faults.ReadLag = TimeSpan.FromMinutes(1);
        var first = _scene.OpenDiscussion("newcomer");
        var second = _scene.OpenDiscussion("newcomer");
        await Task.WhenAll(_scene.SendAsync(second), _scene.SendAsync(first));
        await _scene.Bot.SettledAsync();

        Assert.Equal(1, first.Comments.Count + second.Comments.Count);
    }

    [Fact]
    public async Task Issue_before_it_takes_nothing_from_a_first_discussion()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("newcomer"));
        var discussion = _scene.OpenDiscussion("newcomer");
        await _scene.DeliverAsync(discussion);

        Assert.Single(discussion.Comments);
    }

    [Fact]
    public async Task Who_had_a_pull_request_merged_is_not_greeted_on_a_first_discussion()
    {
        _scene.GitHub.Merge(_scene.OpenPullRequest("contributor"));
        var discussion = _scene.OpenDiscussion("contributor");
        await _scene.DeliverAsync(discussion);

        Assert.Empty(discussion.Comments);
    }

    [Theory]
    [InlineData("MEMBER", null)]
    [InlineData("CONTRIBUTOR", "triage")]
    public async Task Insider_is_not_greeted(string association, string? permission)
    {
        var discussion = _scene.OpenDiscussion("insider", association: association, permission: permission);
        await _scene.DeliverAsync(discussion);

        Assert.Empty(discussion.Comments);
    }

    [Theory]
    [InlineData("dependabot[bot]", "Bot")]
    [InlineData("some-org", "Organization")]
    [InlineData("ghost", "User")]
    public async Task What_is_no_person_is_not_greeted(string login, string type)
    {
        var discussion = _scene.OpenDiscussion(login, type: type);
        await _scene.DeliverAsync(discussion);

        Assert.Empty(discussion.Comments);
    }

    [Fact]
    public async Task Discussion_that_was_made_of_an_issue_is_not_new()
    {
        var discussion = _scene.OpenDiscussion("newcomer");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.DiscussionConverted(discussion, _scene.GitHub.AddUser("maintainer")));

        Assert.Empty(discussion.Comments);
    }

    [Fact]
    public async Task Discussion_that_came_from_another_repository_is_new_in_neither()
    {
        var maintainer = _scene.GitHub.AddUser("maintainer");
        var other = _scene.GitHub.AddRepository(_scene.Installation, "octo", "other");
        var discussion = _scene.OpenDiscussion("newcomer", createdAt: _scene.Installation.CreatedAt.AddDays(1));
        var arrived = _scene.GitHub.OpenDiscussion(other, discussion.Author!, discussion.Title, createdAt: discussion.CreatedAt);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.DiscussionTransferred(discussion, arrived, maintainer));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.DiscussionReceived(arrived, maintainer));

        Assert.Empty(discussion.Comments);
        Assert.Empty(arrived.Comments);
    }

    [Fact]
    public async Task Nothing_is_said_in_a_locked_discussion()
    {
        var discussion = _scene.OpenDiscussion("newcomer");
        _scene.GitHub.Lock(discussion);
        await _scene.DeliverAsync(discussion);

        Assert.Empty(discussion.Comments);
        Assert.Empty(_scene.Calls);
    }

    [Fact]
    public async Task Nothing_is_said_in_an_archived_repository()
    {
        var discussion = _scene.OpenDiscussion("newcomer");
        _scene.Repository.Archived = true;
        await _scene.DeliverAsync(discussion);

        Assert.Empty(discussion.Comments);
        Assert.Empty(_scene.Calls);
    }

    [Fact]
    public async Task What_is_older_than_the_installation_is_left_alone()
    {
        var discussion = _scene.OpenDiscussion("newcomer", createdAt: _scene.Installation.CreatedAt.AddMinutes(-1));
        await _scene.DeliverAsync(discussion);

        Assert.Empty(discussion.Comments);
    }

    [Theory]
    [InlineData("mode: \"off\"\n")]
    [InlineData("people: { ignore: [NewComer] }\n")]
    [InlineData("welcome: { enabled: false }\n")]
    [InlineData("welcome: { first-discussion: { enabled: false } }\n")]
    public async Task Nothing_is_said_or_asked_where_the_config_wants_it_so(string config)
    {
        var discussion = await OpenAsync(config);

        Assert.Empty(discussion.Comments);
        Assert.Empty(_scene.Calls);
    }

    [Fact]
    public async Task Message_reaction_and_labels_are_those_of_the_config()
    {
        var discussion = await OpenAsync("""
            welcome:
              first-discussion: { message: "On {{ discussion.title }} (#{{ discussion.number }}): {{ discussion.url }}", reaction: "+1", labels: [newcomer] }

            """);

        Assert.StartsWith(
            $"On How is it done? (#{discussion.Number}): https://github.com/octo/hello/discussions/{discussion.Number}\n", Assert.Single(discussion.Comments).Body, StringComparison.Ordinal);
        Assert.Equal(["+1"], discussion.Reactions.Select(reaction => reaction.Content));
        Assert.Equal(["newcomer"], discussion.Labels);
    }

    [Fact]
    public async Task Variant_can_depend_on_a_label()
    {
        _scene.Repository.Files[".github/community-bot.yml"] = """
            welcome:
              first-discussion: { variants: [{ when: { label: translation }, message: "Labels: {{ discussion.labels | join: ', ' }}" }] }

            """;
        var discussion = _scene.OpenDiscussion("newcomer");
        _scene.GitHub.AddLabel(discussion, "translation");
        await _scene.DeliverAsync(discussion);

        Assert.StartsWith("Labels: translation", Assert.Single(discussion.Comments).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Welcome_that_waited_is_said_only_on_what_is_still_open(bool isOpen)
    {
        var discussion = await OpenAsync("welcome: { after: 30 minutes }\n");
        Assert.Empty(discussion.Comments);
        if (!isOpen)
        {
            _scene.GitHub.Close(discussion);
        }

        _scene.Time.Advance(TimeSpan.FromMinutes(31));
        await _scene.Bot.SettledAsync();

        Assert.Equal(isOpen ? 1 : 0, discussion.Comments.Count);
    }

    [Fact]
    public async Task Without_the_permission_it_stays_silent_and_says_so_in_the_log()
    {
        _scene.Installation.Permissions["discussions"] = "read";
        var discussion = _scene.OpenDiscussion("newcomer");
        await _scene.DeliverAsync(discussion);

        Assert.Empty(discussion.Comments);
        Assert.Contains(_scene.Bot.Log.Problems, line => line.Text.Contains("Resource not accessible by integration", StringComparison.Ordinal));
        Assert.All(_scene.Bot.Log.Lines, line => Assert.Null(line.Exception));
    }

    private async Task<SimulatedItem> OpenAsync(string config)
    {
        _scene.Repository.Files[".github/community-bot.yml"] = config;
        var discussion = _scene.OpenDiscussion("newcomer");
        await _scene.DeliverAsync(discussion);
        return discussion;
    }
}
