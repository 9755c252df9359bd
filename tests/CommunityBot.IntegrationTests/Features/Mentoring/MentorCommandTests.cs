using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Mentoring;

public sealed class MentorCommandTests : IAsyncLifetime
{
    private const string Moment = "mentoring.mentor";

    private Scene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _scene.Repository.Roles[_scene.GitHub.AddUser("alice").Id] = "write";
        await _scene.ConfigureAsync("people: { mentors: [alice] }");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task The_author_of_an_issue_gets_a_mentor_who_is_assigned_and_mentioned_once()
    {
        var issue = _scene.OpenIssue("newcomer");

        var comment = await _scene.SayAsync(issue, "newcomer", "/mentor");

        Assert.Equal(["alice"], issue.Assigned());
        Assert.Equal(["rocket"], comment.ReactedTo());
        var said = Assert.Single(_scene.SaidOn(issue));
        Assert.StartsWith("Hi @newcomer, @alice is your mentor here", said, StringComparison.Ordinal);
        Assert.EndsWith($"moment={Moment} key={_scene.Repository.Id}-{issue.Number} -->", said, StringComparison.Ordinal);

        var again = await _scene.SayAsync(issue, "newcomer", "/mentor");
        Assert.Single(_scene.Said(issue, Moment));
        Assert.Equal(["rocket"], again.ReactedTo());
        Assert.Contains("alice is your mentor here", _scene.SaidOn(issue)[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("@alice", _scene.SaidOn(issue)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issue_that_only_its_mentor_is_assigned_to_becomes_a_good_first_issue_and_is_free()
    {
        var issue = _scene.OpenIssue("newcomer");
        await _scene.SayAsync(issue, "newcomer", "/mentor");
        Assert.Equal(["alice"], issue.Assigned());

        await _scene.LabelAsync(issue, MentoringScene.GoodFirstIssue, "maintainer");

        Assert.Contains("`/claim`", Assert.Single(_scene.Said(issue, "mentoring.good-first-issue")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_pull_request_the_mentor_is_asked_for_a_review()
    {
        var pull = _scene.OpenPullRequest("newcomer");

        await _scene.SayAsync(pull, "newcomer", "/mentor");

        Assert.Equal(["alice"], pull.RequestedReviewers.Select(reviewer => reviewer.Login));
        Assert.Single(_scene.Said(pull, Moment));
    }

    [Fact]
    public async Task The_mentor_whom_the_welcome_named_is_asked_for_a_review_too()
    {
        var pull = _scene.OpenPullRequest("newcomer");
        await _scene.DeliverAsync(pull);
        Assert.Contains("@alice is happy to help", Assert.Single(_scene.SaidOn(pull)), StringComparison.Ordinal);

        var comment = await _scene.SayAsync(pull, "newcomer", "/mentor");

        Assert.Equal(["alice"], pull.RequestedReviewers.Select(reviewer => reviewer.Login));
        Assert.Equal(["rocket"], comment.ReactedTo());
        Assert.Contains("alice is your mentor here", Assert.Single(_scene.Said(pull, "commands.reply")), StringComparison.Ordinal);
        Assert.Empty(_scene.Said(pull, Moment));
    }

    [Fact]
    public async Task Whom_GitHub_does_not_take_is_no_mentor_and_it_is_said_why()
    {
        var pull = _scene.OpenPullRequest("newcomer");
        _scene.Repository.Roles.Remove(_scene.GitHub.AddUser("alice").Id, out _);

        var comment = await _scene.SayAsync(pull, "newcomer", "/mentor");
        Assert.Equal(["confused"], comment.ReactedTo());
        Assert.Contains("- `/mentor`: GitHub did not allow it", Assert.Single(_scene.SaidOn(pull)), StringComparison.Ordinal);

        _scene.Repository.Roles[_scene.GitHub.AddUser("alice").Id] = "write";
        await _scene.SayAsync(pull, "newcomer", "/mentor");
        Assert.Single(_scene.Said(pull, Moment));
        Assert.Equal(["alice"], pull.RequestedReviewers.Select(reviewer => reviewer.Login));
    }

    [Fact]
    public async Task Whom_GitHub_did_not_take_is_not_asked_again_where_somebody_else_is_free()
    {
        _scene.Repository.Roles[_scene.GitHub.AddUser("bob").Id] = "write";
        await _scene.ConfigureAsync("people: { mentors: [alice, bob] }");
        _scene.Repository.Roles.Remove(_scene.GitHub.AddUser("alice").Id, out _);
        var pull = _scene.OpenPullRequest("newcomer");
        await _scene.SayAsync(pull, "newcomer", "/mentor");
        Assert.Empty(pull.RequestedReviewers);

        await _scene.SayAsync(pull, "newcomer", "/mentor");

        Assert.Equal(["bob"], pull.RequestedReviewers.Select(reviewer => reviewer.Login));
    }

    [Fact]
    public async Task A_mentor_whom_GitHub_does_not_take_takes_nothing_from_the_claim_of_the_same_comment()
    {
        var issue = _scene.OpenGoodFirstIssue("newcomer");
        _scene.Repository.Roles.Remove(_scene.GitHub.AddUser("alice").Id, out _);
        await _scene.SayAsync(issue, "newcomer", "/claim\n/mentor");
        Assert.Equal(["newcomer"], issue.Assigned());

        // GitHub did not tell of it.
        _scene.GitHub.Unassign(issue, _scene.GitHub.AddUser("newcomer"));
        var second = await _scene.SayAsync(issue, "second", "/claim");

        Assert.Equal(["confused"], second.ReactedTo());
        Assert.Contains("newcomer is working on this already", _scene.SaidOn(issue)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_GitHub_does_not_take_takes_nothing_from_the_mentor_of_the_same_comment()
    {
        var issue = _scene.OpenGoodFirstIssue("newcomer");
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (method, path) => method == "POST" && path.EndsWith("/assignees", StringComparison.Ordinal)) { Status = 403, Message = "No.", Times = 1 });
        await _scene.SayAsync(issue, "newcomer", "/claim\n/mentor");
        Assert.Equal(["alice"], issue.Assigned());

        await _scene.SayAsync(issue, "newcomer", "/mentor");

        Assert.Contains("alice is your mentor here", _scene.Said(issue, "commands.reply")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_helped_with_what_was_deleted_is_free_again()
    {
        _scene.Repository.Roles[_scene.GitHub.AddUser("bob").Id] = "write";
        await _scene.ConfigureAsync("people: { mentors: [alice, bob] }");
        SimulatedItem first = _scene.OpenIssue("newcomer"), second = _scene.OpenIssue("somebody"), third = _scene.OpenIssue("another");
        await _scene.SayAsync(first, "newcomer", "/mentor");
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        await _scene.SayAsync(second, "somebody", "/mentor");
        Assert.Equal(["bob"], second.Assigned());

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Deleted(second));
        await _scene.SayAsync(third, "another", "/mentor");

        Assert.Equal(["bob"], third.Assigned());
    }

    [Fact]
    public async Task Whoever_is_named_on_a_good_first_issue_is_the_one()
    {
        _scene.Repository.Roles[_scene.GitHub.AddUser("bob").Id] = "write";
        await _scene.ConfigureAsync("people: { mentors: [alice, bob] }");
        var issue = _scene.OpenGoodFirstIssue("newcomer");
        await _scene.DeliverAsync(issue);
        await _scene.DeliverAsync(_scene.OpenPullRequest("somebody"));

        await _scene.SayAsync(issue, "newcomer", "/mentor");

        Assert.Equal(["alice"], issue.Assigned());
    }

    [Fact]
    public async Task It_is_the_authors_word_alone_and_needs_somebody_who_is_free()
    {
        SimulatedItem issue = _scene.OpenIssue("newcomer"), other = _scene.OpenIssue("newcomer"), own = _scene.OpenIssue("alice");

        var stranger = await _scene.SayAsync(issue, "stranger", "/mentor");
        var mentor = await _scene.SayAsync(own, "alice", "/mentor");
        await _scene.SayAsync(issue, "alice", "/away");
        var late = await _scene.SayAsync(other, "newcomer", "/mentor");

        Assert.Equal(["confused", "confused", "confused"], new[] { stranger, mentor, late }.SelectMany(comment => comment.ReactedTo()));
        Assert.Empty(issue.Assigned().Concat(other.Assigned()).Concat(own.Assigned()));
        Assert.Contains("No mentor is free", Assert.Single(_scene.SaidOn(other)), StringComparison.Ordinal);
    }
}
