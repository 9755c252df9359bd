using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Outbox;
using CommunityBot.Work;

namespace CommunityBot.IntegrationTests.Features.Nudges;

/// <summary>Nudges that could not be posted before the hours of the calendar ended.</summary>
public sealed class HoursTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 27, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Monday = Friday.AddDays(3);

    private Scene _scene = null!;

    private SimulatedItem _pull = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _pull = await _scene.OpenAsync();
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task What_waited_for_the_hours_is_tried_again_as_often_as_anything_else()
    {
        await QueueAsync(until: Friday.AddHours(18));
        await _scene.GoOnAsync(Friday.AddHours(18));
        Assert.Empty(_scene.Nudges(_pull));

        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsComment) { Times = 1 });
        await _scene.GoOnAsync(Monday.AddHours(9));
        Assert.Equal(WorkState.Available, (await NudgeAsync()).State);

        await _scene.GoOnAsync(_scene.Time.GetUtcNow() + RetrySchedule.Longest);
        Assert.Single(_scene.Nudges(_pull));
    }

    [Fact]
    public async Task What_is_there_already_does_not_wait_for_the_hours_and_is_not_posted_again()
    {
        await QueueAsync(until: Friday.AddHours(17).AddSeconds(-5));
        _scene.GitHub.Faults.Add(new(FaultKind.ResetAfterTheEffect, IsComment) { Times = 1 });
        await _scene.GoOnAsync(Friday.AddHours(17).AddSeconds(-3));
        Assert.Equal(WorkState.Available, (await NudgeAsync()).State);

        await _scene.GoOnAsync(Friday.AddHours(17).AddMinutes(1));
        Assert.Equal(WorkState.Completed, (await NudgeAsync()).State);

        await _scene.GoOnAsync(Monday.AddHours(9));
        Assert.Single(_scene.Nudges(_pull));
    }

    [Fact]
    public async Task What_failed_before_the_hours_ended_waits_for_the_next()
    {
        await QueueAsync(until: Friday.AddHours(17).AddSeconds(-5));
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsComment) { Times = 1 });
        await _scene.GoOnAsync(Friday.AddHours(17).AddSeconds(-3));

        await _scene.GoOnAsync(Friday.AddHours(17).AddMinutes(1));
        Assert.Empty(_scene.Nudges(_pull));
        Assert.Equal((WorkState.Available, 1, Monday.AddHours(9).ToUnixTimeMilliseconds()), await NudgeAsync() is var nudge ? (nudge.State, nudge.Attempts, nudge.DueAt) : default);

        await _scene.GoOnAsync(Monday.AddHours(9));
        Assert.Single(_scene.Nudges(_pull));
    }

    /// <summary>Lets it be Friday, on which a nudge is written, which is held back until a time.</summary>
    private async Task QueueAsync(DateTimeOffset until)
    {
        await _scene.HoldBackAsync(until);
        await _scene.PassAsync(days: 3);
        Assert.Equal(WorkState.Available, (await NudgeAsync()).State);
    }

    private async Task<OutboxRow> NudgeAsync() => Assert.Single(await _scene.Bot.OutboxAsync(), message => message.Moment == NudgeScene.FirstResponse);

    private static bool IsComment(string method, string path) => method == "POST" && path.EndsWith("/comments", StringComparison.Ordinal);
}
