using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Outbox;
using CommunityBot.Work;

namespace CommunityBot.IntegrationTests.Posting;

/// <summary>What was open when GitHub told of it, and is not any more when the bot speaks.</summary>
public sealed class ClosedOffTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();

        // Known, so that nothing is asked before the comment is posted.
        await _scene.DeliverAsync(_scene.OpenPullRequest("newcomer"));
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public Task A_conversation_that_was_locked_meanwhile_is_left_alone() => IsLeftAloneAsync(_scene.GitHub.Lock, 403);

    [Fact]
    public Task A_repository_that_was_archived_meanwhile_is_left_alone() => IsLeftAloneAsync(issue => issue.Repository.Archived = true, 403);

    [Fact]
    public Task An_issue_that_was_deleted_meanwhile_is_left_alone() => IsLeftAloneAsync(SimulatedGitHub.Delete, 410);

    [Fact]
    public Task A_repository_that_was_deleted_meanwhile_is_left_alone() => IsLeftAloneAsync(issue => _scene.GitHub.Delete(issue.Repository), 404);

    private async Task IsLeftAloneAsync(Action<SimulatedItem> closeOff, int status)
    {
        var issue = _scene.OpenIssue("newcomer");
        var delivery = _scene.GitHub.Deliveries.Opened(issue);
        closeOff(issue);
        var before = _scene.GitHub.Requests.Count;
        await _scene.DeliverAsync(delivery);

        for (var hour = 0; hour < 25; hour++)
        {
            _scene.Time.Advance(TimeSpan.FromHours(1));
            await _scene.Bot.SettledAsync();
        }

        var request = Assert.Single(_scene.GitHub.Requests.Skip(before), request => request.Path.Contains("/issues/", StringComparison.Ordinal));
        Assert.Equal(("POST", status), (request.Method, request.Status));
        Assert.Empty(issue.Comments);
        Assert.Empty(issue.Reactions);
        var message = (await _scene.Bot.OutboxAsync())[^1];
        Assert.Equal((issue.Number, WorkState.Completed, 1), (((CommentEffect)EffectCodec.Read(message.Effect)).Number, message.State, message.Attempts));
        Assert.Contains($"{status}", message.Error, StringComparison.Ordinal);
        Assert.Contains(_scene.Bot.Log.Problems, line => line.Text.StartsWith("Not said, and not tried again", StringComparison.Ordinal));
    }
}
