using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Commands;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Presence;

public sealed class PresenceTests : IAsyncLifetime
{
    private Scene _scene = null!;

    private SimulatedItem _issue = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _issue = _scene.OpenIssue("author");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Somebody_is_away_until_the_day_they_say()
    {
        var comment = await _scene.CommentAsync(_issue, "alice", "/away until 2026-12-31");

        Assert.Equal(["rocket"], _scene.Answers(comment));
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero), (await _scene.PresenceAsync("alice")).AwayUntil);
        Assert.Empty(_scene.Replies(_issue));
    }

    [Fact]
    public async Task Somebody_is_away_until_they_are_back_and_commands_of_a_comment_follow_each_other()
    {
        var later = _scene.Time.GetUtcNow().AddYears(100);
        await _scene.CommentAsync(_issue, "alice", "/away");
        Assert.False((await _scene.PresenceAsync("alice")).IsFree(later));

        await _scene.CommentAsync(_issue, "alice", "/away until 2026-12-31\n/back");
        Assert.True((await _scene.PresenceAsync("alice")).IsFree(_scene.Time.GetUtcNow()));
    }

    [Theory]
    [InlineData("/away until 2026-11-24", "That day is not ahead any more; please name a later one, for example `/away until 2026-12-08`.")]
    [InlineData("/away until 2027-11-25", "That is more than a year ahead; please name a day until 2027-11-24, or none and `/back` when you are here again.")]
    [InlineData("/away for long", "The date goes as year, month and day, for example `/away until 2026-12-08`, and without one it holds until `/back`.")]
    public async Task A_date_that_cannot_be_is_answered_with_one_that_can(string line, string why)
    {
        var comment = await _scene.CommentAsync(_issue, "alice", line);

        Assert.Equal(["confused"], _scene.Answers(comment));
        Assert.Contains($"- `/away`: {why}", Assert.Single(_scene.Replies(_issue)), StringComparison.Ordinal);
        Assert.True((await _scene.PresenceAsync("alice")).IsFree(_scene.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Who_wants_no_mentions_has_none_in_what_waited_nor_in_any_repository()
    {
        await _scene.ConfigureAsync("welcome: { after: 1 hour }\n");
        await _scene.DeliverAsync(_issue);
        Assert.Equal(["rocket"], _scene.Answers(await _scene.CommentAsync(_issue, "author", "/mute")));
        _scene.Time.Advance(TimeSpan.FromHours(2));
        await _scene.Bot.SettledAsync();

        var other = _scene.GitHub.AddRepository(_scene.GitHub.AddInstallation("elsewhere", _scene.Time.GetUtcNow().AddDays(-1)), "elsewhere", "thing");
        var there = _scene.GitHub.OpenPullRequest(other, _scene.GitHub.AddUser("author"));
        await _scene.DeliverAsync(there);

        Assert.StartsWith("Hi author,", Assert.Single(_scene.Said(_issue, "welcome.first-issue")), StringComparison.Ordinal);
        Assert.StartsWith("Hi author,", Assert.Single(_scene.Said(there, "welcome.first-pull-request")), StringComparison.Ordinal);
        Assert.DoesNotContain("@author", string.Concat(_issue.Comments.Concat(there.Comments).Select(comment => comment.Body)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentions_come_back_when_they_are_wanted_and_whether_somebody_is_away_is_something_else()
    {
        await _scene.CommentAsync(_issue, "author", "/mute\n/away");
        await _scene.CommentAsync(_issue, "author", "/back");
        Assert.True((await _scene.PresenceAsync("author")).IsMuted);

        await _scene.CommentAsync(_issue, "author", "/unmute");
        await _scene.DeliverAsync(_issue);

        Assert.StartsWith("Hi @author,", Assert.Single(_scene.Said(_issue, "welcome.first-issue")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mute", false)]
    [InlineData("unmute", true)]
    public async Task Nobody_speaks_for_somebody_else(string command, bool isMuted)
    {
        if (isMuted)
        {
            await _scene.CommentAsync(_issue, "alice", "/mute");
        }

        Assert.Empty(_scene.Replies(_issue));
        var comment = await _scene.CommentAsync(_issue, "alice", $"/{command} @bob");

        Assert.Equal(["confused"], _scene.Answers(comment));
        Assert.Contains($"- `/{command}`: Please write it as `/{command}`.", Assert.Single(_scene.Replies(_issue)), StringComparison.Ordinal);
        Assert.Equal((isMuted, false), ((await _scene.PresenceAsync("alice")).IsMuted, (await _scene.PresenceAsync("bob")).IsMuted));
    }

    [Fact]
    public async Task Reply_to_who_wants_no_mentions_has_none()
    {
        await _scene.CommentAsync(_issue, "author", "/mute\n/away until then");

        Assert.StartsWith("Hi author.", Assert.Single(_scene.Replies(_issue)), StringComparison.Ordinal);
    }
}
