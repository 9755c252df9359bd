using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Work;

namespace CommunityBot.IntegrationTests.Features.Nudges;

/// <summary>Nudges that were written and are not true any more by the time that they could be posted.</summary>
public sealed class WithdrawalTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 27, 0, 0, 0, TimeSpan.Zero);

    private Scene _scene = null!;

    private SimulatedItem _pull = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _scene.GitHub.AddUser("mentor");
        _scene.GitHub.AddUser("carol");
        await _scene.ConfigureAsync("people: { mentors: [mentor], mergers: [carol] }\nnudges: { max-per-pull-request: 1, max-per-person-per-week: 1 }\n");
        _pull = await _scene.OpenAsync();
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    public static TheoryData<string> Changes => ["draft", "exempt", "snoozed", "answered", "approved", "closed"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_is_not_true_any_more_is_not_said(string change)
    {
        await QueueAsync();

        await ChangeAsync(change);
        await _scene.GoOnAsync(Friday.AddHours(16));

        Assert.Empty(_scene.Nudges(_pull));
        Assert.DoesNotContain(await _scene.Bot.OutboxAsync(), message => message.Moment == NudgeScene.FirstResponse);
    }

    [Fact]
    public async Task What_changes_nobodys_turn_takes_nothing_back()
    {
        await QueueAsync();

        await _scene.LabelAsync(_pull, "bug", "member");
        await _scene.CommentAsync(_pull, "stranger", "I have that, too.");
        await _scene.GoOnAsync(Friday.AddHours(16));

        Assert.Single(_scene.Said(_pull, NudgeScene.FirstResponse));
    }

    [Fact]
    public async Task What_was_taken_back_counts_neither_for_the_pull_request_nor_for_whom_it_was_for()
    {
        await QueueAsync();

        await ChangeAsync("answered");
        await _scene.PassAsync(days: 5);

        var nudge = Assert.Single(_scene.Said(_pull, NudgeScene.FirstResponse));
        Assert.StartsWith("@mentor, ", nudge, StringComparison.Ordinal);
        Assert.Contains("@author, your work in hello is not forgotten.", nudge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_back_is_said_when_it_is_true_again()
    {
        await QueueAsync();

        await ChangeAsync("exempt");
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        await _scene.UnlabelAsync(_pull, "on-hold", "member");
        await _scene.PassAsync(days: 3);

        Assert.Single(_scene.Said(_pull, NudgeScene.FirstResponse));
    }

    [Fact]
    public async Task A_hand_over_that_was_taken_back_leaves_the_nudge_before_it_and_comes_another_time()
    {
        await _scene.PassAsync(days: 3);
        Assert.Single(_scene.Said(_pull, NudgeScene.FirstResponse));
        await _scene.HoldBackAsync(_scene.Time.GetUtcNow().AddDays(10).AddHours(6));
        await _scene.PassAsync(days: 10);
        Assert.Equal(WorkState.Available, Assert.Single(await _scene.Bot.OutboxAsync(), message => message.Moment == NudgeScene.HandOver).State);

        await ChangeAsync("answered");
        await _scene.PassAsync(days: 2);
        Assert.Single(_scene.Nudges(_pull));
        Assert.Empty(_scene.Said(_pull, NudgeScene.HandOver));

        await _scene.PassAsync(days: 1);
        Assert.Single(_scene.Nudges(_pull));
        Assert.Single(_scene.Said(_pull, NudgeScene.HandOver));
    }

    [Theory]
    [InlineData(FaultKind.Status, 0)]
    [InlineData(FaultKind.StatusAfterTheEffect, 1)]
    public async Task What_failed_and_is_not_true_any_more_is_not_tried_again_but_is_not_lost_if_it_is_there(FaultKind kind, int there)
    {
        _scene.GitHub.Faults.Add(new(kind, IsComment) { Times = 1 });
        await _scene.PassAsync(days: 3);
        var tried = _scene.Calls.Count(call => call == "POST comments");

        await ChangeAsync("answered");
        await _scene.GoOnAsync(Friday.AddHours(16));

        Assert.Equal(there, _scene.Nudges(_pull).Count);
        Assert.Equal(tried, _scene.Calls.Count(call => call == "POST comments"));
        var message = Assert.Single(await _scene.Bot.OutboxAsync(), message => message.Moment == NudgeScene.FirstResponse);
        Assert.Equal((WorkState.Completed, there > 0), (message.State, message.Url is { Length: > 0 }));
    }

    [Fact]
    public async Task What_was_not_said_leaves_what_it_was_to_take_the_place_of_to_the_next()
    {
        await _scene.ConfigureAsync("people: { mentors: [mentor] }\n");
        await _scene.PassAsync(days: 3);
        Assert.Single(_scene.Nudges(_pull));
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsComment) { Times = 1 });
        await _scene.PassAsync(days: 10);
        await ChangeAsync("answered");
        await _scene.PassAsync(days: 2);
        var first = Assert.Single(_scene.Nudges(_pull));

        await _scene.PassAsync(days: 1);

        Assert.NotEqual(first, Assert.Single(_scene.Nudges(_pull)));
    }

    /// <summary>Lets it be Friday, on which a nudge is written, which is held back until the afternoon.</summary>
    private async Task QueueAsync()
    {
        await _scene.HoldBackAsync(Friday.AddHours(15));
        await _scene.PassAsync(days: 3);
        Assert.Equal(WorkState.Available, Assert.Single(await _scene.Bot.OutboxAsync(), message => message.Moment == NudgeScene.FirstResponse).State);
    }

    private static bool IsComment(string method, string path) => method == "POST" && path.EndsWith("/comments", StringComparison.Ordinal);

    private async Task ChangeAsync(string change)
    {
        switch (change)
        {
            case "draft":
                _scene.GitHub.MakeDraft(_pull);
                await _scene.DeliverAsync(_scene.GitHub.Deliveries.MadeDraft(_pull));
                break;
            case "exempt":
                await _scene.LabelAsync(_pull, "on-hold", "member");
                break;
            case "snoozed":
                await _scene.CommentAsync(_pull, "author", "/snooze 2 weeks");
                break;
            case "answered":
                await _scene.CommentAsync(_pull, "author", "It is ready now.");
                break;
            case "approved":
                await _scene.ReviewAsync(_pull, "member", association: "MEMBER");
                break;
            case "closed":
                await _scene.CloseAsync(_pull, _scene.GitHub.AddUser("author"));
                break;
        }
    }
}
