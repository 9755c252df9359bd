namespace CommunityBot.IntegrationTests.Host;

/// <summary>One of each kind of work on a server, since a statement that SQLite takes may be none there.</summary>
public sealed class PostgresTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartOnPostgresAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_newcomer_is_welcomed_once_and_thanked_for_a_merge()
    {
        var pull = _scene.OpenPullRequest("newcomer");
        await _scene.DeliverAsync(pull);
        await _scene.DeliverAsync(pull);
        await _scene.MergeAsync(pull);

        Assert.Single(_scene.Said(pull, "welcome.first-pull-request"));
        Assert.Single(_scene.Said(pull, "thanks.first-merge"));
    }

    [Fact]
    public async Task Who_waits_is_not_forgotten()
    {
        var pull = _scene.OpenPullRequest("newcomer");
        await _scene.DeliverAsync(pull);
        for (var day = 0; day < 10; day++)
        {
            _scene.Time.Advance(TimeSpan.FromDays(1));
            await _scene.Bot.SweepAsync();
        }

        Assert.Single(_scene.Said(pull, "nudges.first-response"));
    }

    [Fact]
    public async Task A_command_is_done_and_answered()
    {
        var issue = _scene.OpenIssue("newcomer");
        var thanks = await _scene.CommentAsync(issue, "somebody", "/thanks @newcomer for the report\n/away until tomorrow");

        Assert.Equal(["rocket", "confused"], thanks.Reactions.Select(reaction => reaction.Content));
        Assert.Single(_scene.Said(issue, "commands.reply"));
    }
}
