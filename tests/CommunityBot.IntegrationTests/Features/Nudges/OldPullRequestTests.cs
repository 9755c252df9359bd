using CommunityBot.Features.Nudges;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Nudges;

/// <summary>What was open before the bot came.</summary>
public sealed class OldPullRequestTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task They_are_read_once_and_nudged_a_few_a_day()
    {
        var pulls = Enumerable.Range(1, 12).Select(number => _scene.OpenPullRequest($"author{number}")).ToList();
        _scene.Time.Advance(TimeSpan.FromDays(56));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoriesAdded(_scene.Installation, _scene.Repository));

        await _scene.Bot.SweepAsync();
        Assert.Equal(0, Nudged());

        await _scene.PassAsync(days: 1);
        Assert.Equal(NudgedRepositories.OldADay, Nudged());

        await _scene.PassAsync(days: 1);
        Assert.Equal(2 * NudgedRepositories.OldADay, Nudged());

        await _scene.PassAsync(days: 3);
        Assert.Equal(pulls.Count, Nudged());

        int Nudged() => pulls.Count(pull => _scene.Nudges(pull).Count > 0);
    }

    [Fact]
    public async Task What_was_said_on_them_before_counts()
    {
        var (asked, approved, draft) = (_scene.OpenPullRequest("author"), _scene.OpenPullRequest("author"), _scene.OpenPullRequest("author", draft: true));
        _scene.Time.Advance(TimeSpan.FromHours(1));
        _scene.GitHub.Review(asked, _scene.GitHub.AddUser("member"), "changes_requested", "Please add a test.", "MEMBER");
        _scene.GitHub.Review(approved, _scene.GitHub.AddUser("member"), "approved", body: null, "MEMBER");
        _scene.Time.Advance(TimeSpan.FromDays(28));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoriesAdded(_scene.Installation, _scene.Repository));

        await _scene.Bot.SweepAsync();
        await _scene.PassAsync(days: 1);

        Assert.Single(_scene.Said(asked, NudgeScene.Author));
        Assert.Single(_scene.Said(approved, NudgeScene.Merge));
        Assert.Empty(_scene.Nudges(draft));
    }

    [Fact]
    public async Task What_was_closed_then_and_is_reopened_is_read_before_anything_is_said()
    {
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoriesAdded(_scene.Installation, _scene.Repository));
        var pull = _scene.OpenPullRequest("author");
        _scene.Time.Advance(TimeSpan.FromHours(1));
        _scene.GitHub.Review(pull, _scene.GitHub.AddUser("member"), "approved", body: null, "MEMBER");
        _scene.GitHub.Close(pull, _scene.GitHub.AddUser("author"));
        await _scene.PassAsync(days: 28);

        SimulatedGitHub.Reopen(pull);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Reopened(pull));
        await _scene.PassAsync(days: 7);

        Assert.Single(_scene.Said(pull, NudgeScene.Merge));
        Assert.DoesNotContain(await _scene.Bot.OutboxAsync(), message => message.Moment == NudgeScene.FirstResponse);
    }

    [Fact]
    public async Task Where_GitHub_refuses_to_tell_it_is_asked_once_a_week_and_nothing_is_said_before_it_does()
    {
        var pull = _scene.OpenPullRequest("author");
        await _scene.CommentAsync(pull, "author", "Anything else?");
        await _scene.LabelAsync(pull, "bug", "member");
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (_, path) => path is "/graphql/OpenPullRequests" or "/repos/octo/hello/issues") { Status = 403, Message = "Resource not accessible by integration" });

        await _scene.PassAsync(days: 21);
        Assert.InRange(_scene.Calls.Count(call => call == "POST OpenPullRequests"), 3, 6);
        Assert.Empty(_scene.Nudges(pull));

        _scene.GitHub.Faults.Clear();
        await _scene.PassAsync(days: 9);
        Assert.Single(_scene.Nudges(pull));
    }

    [Fact]
    public async Task A_review_of_somebody_who_is_privately_a_member_counts_and_that_of_a_stranger_does_not()
    {
        var (approved, liked) = (_scene.OpenPullRequest("author"), _scene.OpenPullRequest("author"));
        var member = _scene.GitHub.AddUser("member");
        _scene.Repository.Roles[member.Id] = "write";
        _scene.GitHub.Review(approved, member, "approved");
        _scene.GitHub.Review(liked, _scene.GitHub.AddUser("stranger"), "approved");
        _scene.Time.Advance(TimeSpan.FromDays(28));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoriesAdded(_scene.Installation, _scene.Repository));

        await _scene.Bot.SweepAsync();
        await _scene.PassAsync(days: 1);

        Assert.Single(_scene.Said(approved, NudgeScene.Merge));
        Assert.Single(_scene.Said(liked, NudgeScene.FirstResponse));
    }

    [Fact]
    public async Task Of_a_crowd_of_reviewers_GitHub_is_asked_about_some()
    {
        var pulls = new[] { _scene.OpenPullRequest("author"), _scene.OpenPullRequest("author") };
        for (var stranger = 0; stranger < OpenPulls.MostQuestions - 10; stranger++)
        {
            _scene.GitHub.Review(pulls[0], _scene.GitHub.AddUser($"one-{stranger}"), "approved");
            _scene.GitHub.Review(pulls[1], _scene.GitHub.AddUser($"another-{stranger}"), "approved");
        }

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoriesAdded(_scene.Installation, _scene.Repository));
        await _scene.Bot.SweepAsync();

        Assert.Equal(OpenPulls.MostQuestions, _scene.Calls.Count(call => call == "GET permission"));
        Assert.NotNull(await _scene.DueAsync(pulls[1]));
    }

    [Fact]
    public async Task Whoever_acts_on_what_waits_for_its_turn_begins_an_ordinary_wait()
    {
        var pulls = Enumerable.Range(1, 26).Select(number => _scene.OpenPullRequest($"author{number}")).ToList();
        _scene.Time.Advance(TimeSpan.FromDays(56));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoriesAdded(_scene.Installation, _scene.Repository));
        await _scene.Bot.SweepAsync();

        await _scene.CommentAsync(pulls[^1], "author26", "It is ready now.");
        await _scene.PassAsync(days: 3);

        Assert.Single(_scene.Nudges(pulls[^1]));
        Assert.Empty(_scene.Nudges(pulls[^2]));
    }

    [Fact]
    public async Task What_was_closed_while_nobody_told_is_not_nudged()
    {
        var (closed, open) = (await _scene.OpenAsync(), await _scene.OpenAsync("another"));
        _scene.GitHub.Close(closed, _scene.GitHub.AddUser("author"));
        _scene.Time.Advance(TimeSpan.FromDays(1));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoriesAdded(_scene.Installation, _scene.Repository));

        await _scene.PassAsync(days: 8);

        Assert.Empty(_scene.Nudges(closed));
        Assert.NotEmpty(_scene.Nudges(open));
        Assert.DoesNotContain(await _scene.Bot.OutboxAsync(), message => message.Key.Contains($"-{closed.Number}-", StringComparison.Ordinal) && message.Moment == NudgeScene.FirstResponse);
    }
}
