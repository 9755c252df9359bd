using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Commands;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Mentoring;

public sealed class ClaimTests : IAsyncLifetime
{
    private Scene _scene = null!;

    private SimulatedItem _issue = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _issue = _scene.OpenGoodFirstIssue();
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Whoever_claims_an_issue_is_assigned_without_a_word()
    {
        var comment = await _scene.SayAsync(_issue, "newcomer", "/claim");

        Assert.Equal(["newcomer"], _issue.Assigned());
        Assert.Equal(["rocket"], comment.ReactedTo());
        Assert.Empty(_scene.SaidOn(_issue));
    }

    [Fact]
    public async Task Who_comes_second_hears_who_came_first()
    {
        await _scene.SayAsync(_issue, "newcomer", "/claim");

        var comment = await _scene.SayAsync(_issue, "second", "/claim");

        Assert.Equal(["newcomer"], _issue.Assigned());
        Assert.Equal(["confused"], comment.ReactedTo());
        Assert.Contains("newcomer is working on this already", Assert.Single(_scene.SaidOn(_issue)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_assigned_by_hand_is_not_free()
    {
        _scene.GitHub.Assign(_issue, _scene.GitHub.AddUser("member"));

        await _scene.SayAsync(_issue, "newcomer", "/claim");

        Assert.Equal(["member"], _issue.Assigned());
        Assert.Contains("member is working on this already", Assert.Single(_scene.SaidOn(_issue)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_issues_pull_requests_and_closed_ones_cannot_be_claimed()
    {
        SimulatedItem other = _scene.OpenIssue("maintainer"), pull = _scene.OpenPullRequest("maintainer");
        _scene.GitHub.Close(_issue);

        await _scene.SayAsync(other, "newcomer", "/claim");
        await _scene.SayAsync(pull, "newcomer", "/claim");
        await _scene.SayAsync(_issue, "newcomer", "/claim");

        Assert.Contains("Only issues labelled good first issue or help wanted can be claimed.", Assert.Single(_scene.SaidOn(other)), StringComparison.Ordinal);
        Assert.Contains("works on issues", Assert.Single(_scene.SaidOn(pull)), StringComparison.Ordinal);
        Assert.Contains("closed", Assert.Single(_scene.SaidOn(_issue)), StringComparison.Ordinal);
        Assert.Empty(other.Assigned().Concat(pull.Assigned()).Concat(_issue.Assigned()));
    }

    [Fact]
    public async Task An_outsider_claims_one_at_a_time_and_the_next_once_it_is_given_back()
    {
        var other = _scene.OpenGoodFirstIssue();
        await _scene.SayAsync(_issue, "newcomer", "/claim");

        await _scene.SayAsync(other, "newcomer", "/claim");
        Assert.Empty(other.Assigned());
        Assert.Contains("one person can have one at a time", Assert.Single(_scene.SaidOn(other)), StringComparison.Ordinal);

        await _scene.SayAsync(_issue, "newcomer", "/unclaim");
        await _scene.SayAsync(other, "newcomer", "/claim");
        Assert.Empty(_issue.Assigned());
        Assert.Equal(["newcomer"], other.Assigned());
    }

    [Fact]
    public async Task How_many_an_outsider_can_have_is_said()
    {
        await _scene.ConfigureAsync("mentoring: { claims: { max-open: 2 } }");
        SimulatedItem second = _scene.OpenGoodFirstIssue(), third = _scene.OpenGoodFirstIssue();
        foreach (var issue in new[] { _issue, second, third })
        {
            await _scene.SayAsync(issue, "newcomer", "/claim");
        }

        Assert.Equal(["newcomer"], second.Assigned());
        Assert.Contains("One person can have 2 issues claimed at a time here", Assert.Single(_scene.SaidOn(third)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_label_is_for_claims_nothing_is_claimed()
    {
        await _scene.ConfigureAsync("mentoring: { claims: { labels: [] } }");

        await _scene.SayAsync(_issue, "newcomer", "/claim");

        Assert.Empty(_issue.Assigned());
        Assert.Contains("Issues are not claimed here", Assert.Single(_scene.SaidOn(_issue)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newcomer")]
    [InlineData("somebody")]
    public async Task Who_is_assigned_as_the_mentor_is_not_who_works_on_it(string login)
    {
        _scene.Repository.Roles[_scene.GitHub.AddUser("alice").Id] = "write";
        await _scene.ConfigureAsync("people: { mentors: [alice] }");
        var issue = _scene.OpenGoodFirstIssue("newcomer");
        await _scene.SayAsync(issue, "newcomer", "/mentor");
        Assert.Equal(["alice"], issue.Assigned());

        await _scene.SayAsync(issue, login, "/claim please");
        Assert.Equal(["alice", login], issue.Assigned().Order(StringComparer.Ordinal));

        await _scene.SayAsync(issue, "late", "/claim");
        Assert.Contains($"{login} is working on this already", _scene.SaidOn(issue)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Insiders_claim_as_many_as_they_like()
    {
        var other = _scene.OpenGoodFirstIssue();
        _scene.Repository.Roles[_scene.GitHub.AddUser("member").Id] = "triage";

        await _scene.SayAsync(_issue, "member", "/claim");
        await _scene.SayAsync(other, "member", "/claim");

        Assert.Equal(["member"], other.Assigned());
    }

    [Fact]
    public async Task Only_who_has_an_issue_gives_it_back_and_then_it_is_free()
    {
        await _scene.SayAsync(_issue, "newcomer", "/claim");

        var stranger = await _scene.SayAsync(_issue, "stranger", "/unclaim");
        Assert.Equal(["newcomer"], _issue.Assigned());
        Assert.Equal(["confused"], stranger.ReactedTo());

        var comment = await _scene.SayAsync(_issue, "newcomer", "/unclaim");
        Assert.Empty(_issue.Assigned());
        Assert.Equal(["rocket"], comment.ReactedTo());

        await _scene.SayAsync(_issue, "stranger", "/claim");
        Assert.Equal(["stranger"], _issue.Assigned());
    }

    [Fact]
    public async Task Who_is_taken_off_an_issue_has_not_claimed_it_any_more()
    {
        await _scene.SayAsync(_issue, "newcomer", "/claim");
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        var newcomer = _scene.GitHub.AddUser("newcomer");
        _scene.GitHub.Unassign(_issue, newcomer);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Unassigned(_issue, newcomer, _scene.GitHub.AddUser("maintainer")));

        await _scene.SayAsync(_issue, "second", "/claim");

        Assert.Equal(["second"], _issue.Assigned());
    }

    [Fact]
    public async Task That_somebody_was_taken_off_before_says_nothing_of_a_later_claim()
    {
        var newcomer = _scene.GitHub.AddUser("newcomer");
        _scene.GitHub.Unassign(_issue, newcomer);
        var old = _scene.GitHub.Deliveries.Unassigned(_issue, newcomer, _scene.GitHub.AddUser("maintainer"));
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        await _scene.SayAsync(_issue, "newcomer", "/claim");

        await _scene.DeliverAsync(old);
        _scene.GitHub.Unassign(_issue, newcomer);
        await _scene.SayAsync(_issue, "second", "/claim");

        Assert.Contains("newcomer is working on this already", Assert.Single(_scene.SaidOn(_issue)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_the_bot_itself_took_somebody_off_says_nothing_of_a_later_claim()
    {
        var newcomer = _scene.GitHub.AddUser("newcomer");
        await _scene.SayAsync(_issue, "newcomer", "/claim");
        await _scene.SayAsync(_issue, "newcomer", "/unclaim");
        await _scene.SayAsync(_issue, "newcomer", "/claim");

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Unassigned(_issue, newcomer, _scene.GitHub.Bot));
        _scene.GitHub.Unassign(_issue, newcomer);
        await _scene.SayAsync(_issue, "second", "/claim");

        Assert.Contains("newcomer is working on this already", Assert.Single(_scene.SaidOn(_issue)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_another_bot_takes_off_has_not_claimed_it_any_more()
    {
        var newcomer = _scene.GitHub.AddUser("newcomer");
        await _scene.SayAsync(_issue, "newcomer", "/claim");

        _scene.GitHub.Unassign(_issue, newcomer);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Unassigned(_issue, newcomer, _scene.GitHub.AddUser("other[bot]", "Bot")));
        await _scene.SayAsync(_issue, "second", "/claim");

        Assert.Equal(["second"], _issue.Assigned());
    }

    [Fact]
    public async Task A_closed_issue_is_no_claim_any_more()
    {
        var other = _scene.OpenGoodFirstIssue();
        await _scene.SayAsync(_issue, "newcomer", "/claim");
        _scene.Time.Advance(TimeSpan.FromMinutes(1));

        await _scene.CloseAsync(_issue, _scene.GitHub.AddUser("maintainer"));
        await _scene.SayAsync(other, "newcomer", "/claim");

        Assert.Equal(["newcomer"], other.Assigned());
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("transferred")]
    public async Task What_is_gone_is_no_claim_any_more(string how)
    {
        var other = _scene.OpenGoodFirstIssue();
        await _scene.SayAsync(_issue, "newcomer", "/claim");
        SimulatedGitHub.Delete(_issue);

        await _scene.DeliverAsync(how == "deleted" ? _scene.GitHub.Deliveries.Deleted(_issue) : _scene.GitHub.Deliveries.TransferredTo(_issue, _scene.OpenIssue("maintainer")));
        await _scene.SayAsync(other, "newcomer", "/claim");

        Assert.Equal(["newcomer"], other.Assigned());
    }

    [Fact]
    public async Task Whom_GitHub_does_not_assign_hears_so_once_and_has_claimed_nothing()
    {
        _scene.Refuse("POST", "/assignees");
        var comment = await _scene.SayAsync(_issue, "newcomer", "/claim");
        await _scene.EditAsync(_issue, comment, "Please.\n/claim\n/claim");

        Assert.Equal(["confused"], comment.ReactedTo());
        Assert.Contains("- `/claim`: GitHub did not allow it", Assert.Single(_scene.SaidOn(_issue)), StringComparison.Ordinal);

        _scene.GitHub.Faults.Clear();
        await _scene.SayAsync(_issue, "second", "/claim");
        Assert.Equal(["second"], _issue.Assigned());
    }

    [Fact]
    public async Task Whom_GitHub_cannot_assign_for_a_day_hears_so_and_has_claimed_nothing()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (method, path) => method == "POST" && path.EndsWith("/assignees", StringComparison.Ordinal)));
        var comment = await _scene.SayAsync(_issue, "newcomer", "/claim");
        await _scene.PassAsync(days: 25.0 / 24);
        _scene.GitHub.Faults.Clear();

        Assert.Equal(["confused"], comment.ReactedTo());
        Assert.Contains("- `/claim`: ", Assert.Single(_scene.SaidOn(_issue)), StringComparison.Ordinal);
        await _scene.SayAsync(_issue, "second", "/claim");
        Assert.Equal(["second"], _issue.Assigned());
    }

    [Fact]
    public async Task That_the_comment_is_gone_is_no_reason_to_forget_the_claim()
    {
        _scene.Refuse("POST", "/reactions");
        await _scene.SayAsync(_issue, "newcomer", "/claim");
        _scene.GitHub.Faults.Clear();

        Assert.Equal(["newcomer"], _issue.Assigned());
        await _scene.PassAsync(days: 7);
        Assert.Single(_scene.Said(_issue, "mentoring.claim-reminder"));
    }

    [Fact]
    public async Task A_comment_that_GitHub_tells_of_again_claims_nothing_again()
    {
        var comment = await _scene.SayAsync(_issue, "newcomer", "/claim");
        await _scene.SayAsync(_issue, "newcomer", "/unclaim");

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Commented(_issue, comment));

        Assert.Empty(_issue.Assigned());
    }

    [Fact]
    public async Task Where_claims_are_switched_off_the_word_is_nobodys()
    {
        await _scene.ConfigureAsync("mentoring: { claims: { enabled: false } }");

        var comment = await _scene.SayAsync(_issue, "newcomer", "/claim");

        Assert.Empty(_issue.Assigned());
        Assert.Empty(comment.ReactedTo());
        Assert.Empty(_scene.SaidOn(_issue));
    }

    [Fact]
    public async Task What_would_be_done_where_nothing_is_stands_in_the_log_in_words()
    {
        await _scene.ConfigureAsync("mode: observe\n");

        await _scene.SayAsync(_issue, "newcomer", "/claim");

        Assert.Empty(_issue.Assigned());
        Assert.Single(_scene.Bot.Log.Lines, line => line.Text == $"Nothing is done. commands.act on octo/hello#{_issue.Number} would assign newcomer");
        Assert.Single(_scene.Bot.Log.Lines, line => line.Text.StartsWith("Nothing is done. commands.reaction on ", StringComparison.Ordinal) && line.Text.EndsWith(" would react with rocket", StringComparison.Ordinal));
        Assert.DoesNotContain(_scene.Bot.Log.Lines, line => line.Text.EndsWith("would be:", StringComparison.Ordinal));
    }
}
