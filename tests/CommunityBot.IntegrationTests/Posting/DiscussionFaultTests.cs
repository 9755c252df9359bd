using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Work;

namespace CommunityBot.IntegrationTests.Posting;

/// <summary>What goes wrong with GraphQL, where failures come with status 200.</summary>
public sealed class DiscussionFaultTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData(FaultKind.ResetBeforeTheEffect, 0)]
    [InlineData(FaultKind.ResetAfterTheEffect, 0)]
    [InlineData(FaultKind.ResetAfterTheEffect, 5)]
    [InlineData(FaultKind.StatusAfterTheEffect, 5)]
    public async Task A_comment_whose_fate_is_unknown_is_there_once_in_the_end(FaultKind kind, int lagSeconds)
    {
        _scene.GitHub.Faults.ReadLag = TimeSpan.FromSeconds(lagSeconds);
        _scene.GitHub.Faults.Add(new(kind, IsComment) { Times = 1 });
        var discussion = await OpenAsync();

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(discussion.Comments);
    }

    [Fact]
    public async Task Own_comment_is_found_behind_many_others()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.ResetAfterTheEffect, IsComment) { Times = 1 });
        var discussion = await OpenAsync();
        for (var i = 0; i < 150; i++)
        {
            _scene.GitHub.Comment(discussion, _scene.GitHub.AddUser("somebody"));
        }

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(151, discussion.Comments.Count);
        Assert.Equal(2, _scene.Calls.Count(call => call == "POST DiscussionComments"));
    }

    [Theory]
    [InlineData("FORBIDDEN")]
    [InlineData("NOT_FOUND")]
    [InlineData("UNPROCESSABLE")]
    public async Task What_cannot_succeed_ends(string type)
    {
        _scene.GitHub.GraphQL.Failures["AddDiscussionComment"] = (type, "No.");
        var discussion = await OpenAsync();
        var calls = _scene.Calls.Count;

        await PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

        Assert.Empty(discussion.Comments);
        Assert.Equal(calls, _scene.Calls.Count);
        Assert.Equal(WorkState.Completed, Assert.Single(await _scene.Bot.OutboxAsync()).State);
        Assert.Contains(_scene.Bot.Log.Problems, line => line.Text.StartsWith("Not said, and not tried again", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AddDiscussionComment")]
    [InlineData("AuthoredDiscussions")]
    public async Task What_may_pass_is_tried_again(string operation)
    {
        _scene.GitHub.GraphQL.Failures[operation] = ("SERVICE_UNAVAILABLE", "Something went wrong while executing your query.");
        var discussion = await OpenAsync();
        await PassAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(discussion.Comments);

        _scene.GitHub.GraphQL.Failures.Clear();
        await PassAsync(TimeSpan.FromMinutes(12));
        Assert.Single(discussion.Comments);
    }

    [Fact]
    public async Task A_used_up_limit_with_status_200_is_waited_for_and_nothing_is_asked_meanwhile()
    {
        _scene.GitHub.GraphQL.LimitReached = true;
        var discussion = await OpenAsync();
        _scene.GitHub.GraphQL.LimitReached = false;

        await PassAsync(TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(1));
        Assert.Empty(discussion.Comments);
        Assert.Equal(0, _scene.GitHub.Faults.RequestsWhilePaused);

        await PassAsync(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(1));
        Assert.Single(discussion.Comments);
    }

    [Fact]
    public async Task A_limit_that_comes_between_the_comment_and_the_reaction_doubles_neither()
    {
        _scene.Repository.Files[".github/community-bot.yml"] = "welcome: { first-discussion: { reaction: heart } }\n";
        _scene.GitHub.Faults.Add(Fault.SecondaryLimit((_, path) => path.EndsWith("/AddReaction", StringComparison.Ordinal), retryAfter: 5) with { Times = 1 });
        var discussion = await OpenAsync();
        Assert.Single(discussion.Comments);

        await PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(discussion.Comments);
        Assert.Single(discussion.Reactions);
        Assert.Equal(0, _scene.GitHub.Faults.RequestsWhilePaused);
    }

    [Fact]
    public async Task A_label_that_cannot_be_set_is_no_reason_to_say_anything_twice()
    {
        _scene.Repository.Files[".github/community-bot.yml"] = "welcome: { first-discussion: { labels: [newcomer] } }\n";
        _scene.GitHub.GraphQL.Failures["AddLabels"] = ("FORBIDDEN", "Resource not accessible by integration");
        var discussion = await OpenAsync();

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(discussion.Comments);
        Assert.Contains(_scene.Bot.Log.Problems, line => line.Text.StartsWith($"No label on octo/hello/discussions/{discussion.Number}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_closed_off_meanwhile_is_left_alone(bool locked)
    {
        var discussion = _scene.OpenDiscussion("newcomer");
        var delivery = _scene.GitHub.Deliveries.Opened(discussion);
        if (locked)
        {
            _scene.GitHub.Lock(discussion);
        }
        else
        {
            SimulatedGitHub.Delete(discussion);
        }

        await _scene.DeliverAsync(delivery);
        await PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

        Assert.Empty(discussion.Comments);
        Assert.Equal(1, _scene.Calls.Count(call => call == "POST AddDiscussionComment"));
    }

    private static bool IsComment(string method, string path) => path.EndsWith("/AddDiscussionComment", StringComparison.Ordinal);

    private async Task<SimulatedItem> OpenAsync()
    {
        var discussion = _scene.OpenDiscussion("newcomer");
        await _scene.DeliverAsync(discussion);
        return discussion;
    }

    private Task PassAsync(TimeSpan time) => PassAsync(time, RetrySchedule.First / 2);

    /// <summary>Lets time pass in steps, and waits for what each leads to.</summary>
    private async Task PassAsync(TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            _scene.Time.Advance(step);
            await _scene.Bot.SettledAsync();
        }
    }
}
