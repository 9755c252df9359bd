using CommunityBot.IntegrationTests.Commands;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Nudges;

public sealed class SnoozeTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("author", "NONE")]
    [InlineData("member", "MEMBER")]
    public async Task There_is_no_nudge_until_then_whatever_happens_meanwhile(string login, string association)
    {
        var pull = await _scene.OpenAsync();
        var comment = await Commenting.CommentAsync(_scene, pull, login, "/snooze 2 weeks", association);
        Assert.Equal(["rocket"], _scene.Answers(comment));
        await _scene.PassAsync(days: 1);
        await Commenting.CommentAsync(_scene, pull, "author", "I found one more thing.");

        await _scene.PassAsync(days: 12);
        Assert.Empty(_scene.Nudges(pull));

        await _scene.PassAsync(days: 1);
        Assert.Single(_scene.Nudges(pull));
    }

    [Fact]
    public async Task A_shorter_one_takes_the_place_of_a_longer_one()
    {
        var pull = await _scene.OpenAsync();
        await Commenting.CommentAsync(_scene, pull, "author", "/snooze 20 weeks");
        await Commenting.CommentAsync(_scene, pull, "author", "/snooze 1 week");

        await _scene.PassAsync(days: 6);
        Assert.Empty(_scene.Nudges(pull));

        await _scene.PassAsync(days: 1);
        Assert.Single(_scene.Nudges(pull));
    }

    [Fact]
    public async Task Strangers_cannot_ask_for_silence()
    {
        var pull = await _scene.OpenAsync();
        var comment = await Commenting.CommentAsync(_scene, pull, "stranger", "/snooze 2 weeks");

        await _scene.PassAsync(days: 3);

        Assert.DoesNotContain("rocket", _scene.Answers(comment));
        Assert.Single(_scene.Nudges(pull));
    }

    [Fact]
    public async Task How_long_has_to_be_said_and_there_is_none_on_issues()
    {
        var (pull, issue) = (await _scene.OpenAsync(), _scene.OpenIssue("author"));
        await Commenting.CommentAsync(_scene, pull, "author", "/snooze for a while");
        await Commenting.CommentAsync(_scene, issue, "stranger", "/snooze 2 weeks");

        Assert.Contains("Please say for how long", Assert.Single(_scene.Replies(pull)), StringComparison.Ordinal);
        Assert.Contains("Only pull requests have reminders", Assert.Single(_scene.Replies(issue)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("53 weeks", true)]
    [InlineData("366 days", true)]
    [InlineData("365 days", false)]
    public async Task A_year_is_the_longest(string duration, bool isTooLong)
    {
        var pull = await _scene.OpenAsync();
        var comment = await Commenting.CommentAsync(_scene, pull, "author", $"/snooze {duration}");

        Assert.Equal([isTooLong ? "confused" : "rocket"], _scene.Answers(comment));
        Assert.Equal(isTooLong, _scene.Replies(pull).Any(reply => reply.Contains("A year is the longest", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_no_time_it_ends_another()
    {
        var pull = await _scene.OpenAsync();
        await Commenting.CommentAsync(_scene, pull, "author", "/snooze 20 weeks");
        await Commenting.CommentAsync(_scene, pull, "author", "/snooze 0 days");

        await _scene.PassAsync(days: 3);

        Assert.Single(_scene.Nudges(pull));
    }
}
