using CommunityBot.Features.Nudges;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Nudges;

/// <summary>Where nobody is reminded.</summary>
public sealed class SilenceTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_draft_is_left_alone_until_it_is_ready()
    {
        var pull = await _scene.OpenAsync(draft: true);
        await _scene.PassAsync(days: 10);
        Assert.Empty(_scene.Nudges(pull));

        _scene.GitHub.MakeReady(pull);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.MadeReady(pull));
        await _scene.PassAsync(days: 4);
        Assert.Empty(_scene.Nudges(pull));

        await _scene.PassAsync(days: 1);
        Assert.Single(_scene.Nudges(pull));
    }

    [Fact]
    public async Task A_locked_conversation_is_left_alone_until_it_is_unlocked()
    {
        var pull = await _scene.OpenAsync();
        _scene.Time.Advance(TimeSpan.FromHours(1));
        _scene.GitHub.Lock(pull);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Locked(pull, _scene.GitHub.AddUser("member")));
        Assert.Null(await _scene.DueAsync(pull));

        await _scene.PassAsync(days: 3);
        _scene.GitHub.Unlock(pull);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Unlocked(pull, _scene.GitHub.AddUser("member")));
        await _scene.PassAsync(days: 3);

        Assert.Single(_scene.Nudges(pull));
    }

    [Fact]
    public async Task An_exempt_label_stops_the_clock()
    {
        var pull = await _scene.OpenAsync();
        await _scene.LabelAsync(pull, "on-hold", "member");

        await _scene.PassAsync(days: 10);

        Assert.Empty(_scene.Nudges(pull));
        Assert.Null(await _scene.DueAsync(pull));
    }

    [Fact]
    public async Task Nothing_is_said_on_what_was_closed_and_it_is_forgotten()
    {
        var pull = await _scene.OpenAsync();
        await _scene.CloseAsync(pull, _scene.GitHub.AddUser("author"));

        await _scene.PassAsync(days: 10);
        Assert.Empty(_scene.Nudges(pull));

        await _scene.PassAsync(days: 22);
        Assert.Null(await _scene.DueAsync(pull));
    }

    [Fact]
    public async Task A_comment_on_what_was_closed_before_is_forgotten_in_the_end()
    {
        var pull = _scene.OpenPullRequest("author");
        _scene.GitHub.Close(pull, _scene.GitHub.AddUser("author"));
        await _scene.CommentAsync(pull, "author", "Thank you all the same.");
        Assert.Equal(1, await _scene.CountAsync("pull_requests"));

        await _scene.PassAsync(days: 31);

        Assert.Equal(0, await _scene.CountAsync("pull_requests"));
    }

    [Fact]
    public async Task Where_the_bot_goes_everything_is_forgotten()
    {
        await _scene.ConfigureAsync("people: { mentors: [mentor] }\n");
        _scene.GitHub.AddUser("mentor");
        await _scene.OpenAsync();
        await _scene.PassAsync(days: 3);
        string[] tables = ["pull_requests", "nudged_repositories", "sent_nudges"];
        foreach (var table in tables)
        {
            Assert.Equal(1, await _scene.CountAsync(table));
        }

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.InstallationDeleted(_scene.Installation));

        foreach (var table in tables)
        {
            Assert.Equal(0, await _scene.CountAsync(table));
        }
    }

    [Fact]
    public async Task Insiders_and_bots_are_not_spoken_for()
    {
        var (bot, member) = (_scene.OpenPullRequest("renovate[bot]", type: "Bot"), _scene.OpenPullRequest("member"));
        _scene.Repository.Roles[_scene.GitHub.AddUser("member").Id] = "write";
        await _scene.DeliverAsync(bot);
        await _scene.DeliverAsync(member);

        await _scene.PassAsync(days: 10);

        Assert.Empty(_scene.Nudges(bot));
        Assert.Empty(_scene.Nudges(member));
    }

    [Fact]
    public async Task Where_the_config_only_observes_everything_is_decided_and_nothing_posted()
    {
        await _scene.ConfigureAsync("mode: observe\n");
        var pull = await _scene.OpenAsync();

        await _scene.PassAsync(days: 3);

        Assert.Empty(pull.Comments);
        Assert.Single(await _scene.Bot.OutboxAsync(), message => message.Moment == NudgeScene.FirstResponse);
    }

    [Fact]
    public async Task A_change_of_the_config_counts_for_what_waits()
    {
        await _scene.ConfigureAsync("nudges: { enabled: false }\n");
        var pull = await _scene.OpenAsync();
        await _scene.PassAsync(days: 10);
        Assert.Empty(_scene.Nudges(pull));

        await _scene.ConfigureAsync("nudges: { enabled: true }\n");
        await _scene.PassAsync(days: 3);
        Assert.Single(_scene.Nudges(pull));
    }

    [Theory]
    [InlineData("nudges: { enabled: false }")]
    [InlineData("mode: off")]
    [InlineData("people: { ignore: [author] }")]
    [InlineData("nudges: { first-response: { enabled: false } }")]
    public async Task A_change_of_the_config_that_nobody_tells_of_counts_in_the_end_and_is_no_burst(string silence)
    {
        await _scene.ConfigureAsync($"{silence}\n");
        var pulls = new List<SimulatedItem>();
        for (var number = 0; number <= NudgedRepositories.OldADay; number++)
        {
            pulls.Add(await _scene.OpenAsync());
        }

        await _scene.PassAsync(days: 15);
        _scene.Repository.Files[".github/community-bot.yml"] = "";
        await _scene.PassAsync(days: 1);
        Assert.Equal(0, Nudged());

        await _scene.PassAsync(days: 6);
        Assert.Equal(NudgedRepositories.OldADay, Nudged());

        await _scene.PassAsync(days: 3);
        Assert.Equal(pulls.Count, Nudged());

        int Nudged() => pulls.Count(pull => _scene.Nudges(pull).Count > 0);
    }

    [Fact]
    public async Task Whose_author_may_be_an_insider_is_looked_at_again()
    {
        _scene.RefusePermission(403);
        var pull = await _scene.OpenAsync();
        await _scene.PassAsync(days: 6);
        Assert.Empty(_scene.Nudges(pull));

        _scene.GitHub.Faults.Clear();
        await _scene.PassAsync(days: 6);

        Assert.Single(_scene.Nudges(pull));
    }

    [Fact]
    public async Task An_archived_repository_is_forgotten_and_read_anew_when_it_comes_back()
    {
        var pull = await _scene.OpenAsync();
        _scene.Repository.Archived = true;
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoryArchived(_scene.Repository));
        Assert.Null(await _scene.DueAsync(pull));

        await _scene.PassAsync(days: 9);
        Assert.Empty(_scene.Nudges(pull));

        _scene.Repository.Archived = false;
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoryUnarchived(_scene.Repository));
        await _scene.Bot.SweepAsync();
        Assert.Empty(_scene.Nudges(pull));

        await _scene.PassAsync(days: 1);
        Assert.Single(_scene.Nudges(pull));
    }

    [Fact]
    public async Task A_pull_request_follows_its_repository_to_another_name()
    {
        var pull = await _scene.OpenAsync();
        _scene.GitHub.Rename(_scene.Repository, "greetings");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoryRenamed(_scene.Repository, from: "hello"));

        await _scene.PassAsync(days: 3);

        Assert.Contains("your work in greetings is not forgotten", Assert.Single(_scene.Nudges(pull)), StringComparison.Ordinal);
    }
}
