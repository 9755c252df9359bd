using CommunityBot.Features.Mentoring;
using CommunityBot.GitHub;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Outbox;
using CommunityBot.Schedule;
using CommunityBot.Team;
using CommunityBot.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBot.IntegrationTests.Features.Mentoring;

public sealed class ClaimSweepTests : IAsyncLifetime
{
    private const string Reminder = "mentoring.claim-reminder";

    private const string Release = "mentoring.claim-release";

    private Scene _scene = null!;

    private SimulatedItem _issue = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _issue = _scene.OpenGoodFirstIssue();
        await _scene.SayAsync(_issue, "newcomer", "/claim");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Whoever_is_silent_is_asked_after_a_week_and_the_issue_is_free_after_two()
    {
        await _scene.PassAsync(days: 6.9);
        Assert.Empty(_scene.SaidOn(_issue));

        await _scene.PassAsync(days: 0.1);
        await _scene.Bot.SweepAsync();
        var reminder = Assert.Single(_scene.SaidOn(_issue));
        Assert.StartsWith("Hi @newcomer, you took on this issue in hello", reminder, StringComparison.Ordinal);
        Assert.Contains("free for others in 7 days", reminder, StringComparison.Ordinal);
        Assert.Contains("moment=mentoring.claim-reminder key=1 -->", reminder, StringComparison.Ordinal);

        await _scene.PassAsync(days: 6.9);
        Assert.Equal(["newcomer"], _issue.Assigned());

        await _scene.PassAsync(days: 0.1);
        await _scene.PassAsync(days: 30);
        Assert.Single(_scene.Said(_issue, Reminder));
        Assert.StartsWith("Hi @newcomer, it has been quiet here", Assert.Single(_scene.Said(_issue, Release)), StringComparison.Ordinal);
        Assert.Empty(_issue.Assigned());
    }

    [Fact]
    public async Task A_word_of_theirs_has_the_wait_begin_anew()
    {
        await _scene.PassAsync(days: 6);
        await _scene.SayAsync(_issue, "newcomer", "I have a first version.");
        await _scene.PassAsync(days: 3);
        await _scene.SayAsync(_issue, "somebody-else", "How nice.");
        Assert.Empty(_scene.Said(_issue, Reminder));

        await _scene.PassAsync(days: 4);
        Assert.Single(_scene.Said(_issue, Reminder));
    }

    [Fact]
    public async Task Whoever_answers_the_reminder_keeps_the_issue_for_the_whole_time()
    {
        await _scene.PassAsync(days: 7);
        await _scene.PassAsync(days: 6);
        await _scene.SayAsync(_issue, "newcomer", "Still on it.");

        await _scene.PassAsync(days: 13);
        Assert.Equal(["newcomer"], _issue.Assigned());

        await _scene.PassAsync(days: 2);
        Assert.Empty(_issue.Assigned());
    }

    [Fact]
    public async Task Nobody_is_asked_while_a_pull_request_for_it_is_open()
    {
        var pull = _scene.OpenPullRequest("newcomer");
        SimulatedGitHub.Closes(pull, _issue);
        await _scene.PassAsync(days: 7);
        await _scene.PassAsync(days: 7);
        Assert.Empty(_scene.SaidOn(_issue));

        _scene.GitHub.Close(pull);
        await _scene.PassAsync(days: 6);
        Assert.Empty(_scene.SaidOn(_issue));

        await _scene.PassAsync(days: 1);
        Assert.Single(_scene.Said(_issue, Reminder));
    }

    [Fact]
    public async Task Nobody_is_asked_while_they_are_away()
    {
        await _scene.SayAsync(_issue, "newcomer", "/away until 2026-12-14");

        await _scene.PassAsync(days: 7);
        await _scene.PassAsync(days: 7);
        await _scene.PassAsync(days: 7);
        Assert.Empty(_scene.Said(_issue, Reminder));

        await _scene.PassAsync(days: 7);
        Assert.Single(_scene.Said(_issue, Reminder));
        Assert.Equal(["newcomer"], _issue.Assigned());
    }

    [Fact]
    public async Task The_next_one_has_the_whole_time_too()
    {
        await _scene.PassAsync(days: 7);
        await _scene.PassAsync(days: 7);
        await _scene.SayAsync(_issue, "second", "/claim");

        await _scene.PassAsync(days: 6);
        Assert.Equal(["second"], _issue.Assigned());
        Assert.Single(_scene.Said(_issue, Reminder));

        await _scene.PassAsync(days: 1);
        Assert.Contains("@second", _scene.Said(_issue, Reminder)[^1], StringComparison.Ordinal);

        await _scene.PassAsync(days: 7);
        Assert.Equal(2, _scene.Said(_issue, Release).Count);
    }

    [Fact]
    public async Task A_reminder_waits_for_the_hours_of_the_calendar_and_leaves_as_much_time_as_ever()
    {
        await _scene.ConfigureAsync("""
            mentoring: { claims: { remind-after: 4 days, release-after: 5 days } }
            """);
        await _scene.SayAsync(_issue, "newcomer", "/unclaim");
        await _scene.SayAsync(_issue, "newcomer", "/claim");

        await _scene.PassAsync(days: 4.5);
        Assert.Empty(_scene.SaidOn(_issue));

        await _scene.PassAsync(days: 1.5);
        Assert.Contains("in 1 day.", Assert.Single(_scene.SaidOn(_issue)), StringComparison.Ordinal);
        Assert.Equal(["newcomer"], _issue.Assigned());

        await _scene.PassAsync(days: 1);
        Assert.Single(_scene.Said(_issue, Release));
    }

    [Fact]
    public async Task What_was_closed_or_given_to_somebody_else_ends_without_a_word()
    {
        var other = _scene.OpenGoodFirstIssue();
        await _scene.SayAsync(other, "another", "/claim");

        // GitHub did not tell of either.
        _scene.GitHub.Close(_issue);
        _scene.GitHub.Unassign(other, _scene.GitHub.AddUser("another"));
        await _scene.PassAsync(days: 7);
        SimulatedGitHub.Reopen(_issue);
        await _scene.PassAsync(days: 14);

        Assert.Empty(_scene.SaidOn(_issue));
        Assert.Empty(_scene.SaidOn(other));
        await _scene.SayAsync(other, "third", "/claim");
        Assert.Equal(["third"], other.Assigned());
    }

    [Fact]
    public async Task A_fault_at_GitHub_is_no_reason_to_forget_it()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (_, path) => path == "/graphql/IssueWork"));
        await _scene.PassAsync(days: 7);
        Assert.Empty(_scene.SaidOn(_issue));

        _scene.GitHub.Faults.Clear();
        await _scene.PassAsync(days: 0.1);
        Assert.Single(_scene.Said(_issue, Reminder));
    }

    [Fact]
    public async Task What_GitHub_does_not_know_any_more_is_no_claim_after_a_few_days()
    {
        var other = _scene.OpenGoodFirstIssue();

        // GitHub did not tell of it.
        SimulatedGitHub.Delete(_issue);
        await _scene.PassAsync(days: 7);
        await _scene.SayAsync(other, "newcomer", "/claim");
        Assert.Empty(other.Assigned());

        for (var day = 0; day < 6; day++)
        {
            await _scene.PassAsync(days: 1);
        }

        await _scene.SayAsync(other, "newcomer", "/claim");
        Assert.Equal(["newcomer"], other.Assigned());
    }

    [Fact]
    public async Task One_that_cannot_be_looked_at_does_not_keep_the_others_waiting()
    {
        // By itself this one sweeps when the test is over.
        await using var scene = await Scene.StartAsync("--Bot:SweepInterval", "01:00:00");
        await scene.ConfigureAsync("mentoring: { claims: { remind-after: 30 minutes } }");
        SimulatedItem broken = scene.OpenGoodFirstIssue(), other = scene.OpenGoodFirstIssue();
        await scene.SayAsync(broken, "newcomer", "/claim");
        await scene.SayAsync(other, "another", "/claim");
        scene.Time.Advance(TimeSpan.FromMinutes(31));
        await SweepAsync(scene, broken, () => throw new InvalidOperationException("nobody thought of this"));
        Assert.Single(scene.Said(other, Reminder));
        Assert.Empty(scene.Said(broken, Reminder));

        await scene.PassAsync(days: 0.1);
        Assert.Single(scene.Said(broken, Reminder));
    }

    [Theory]
    [InlineData(Reminder)]
    [InlineData(Release)]
    public async Task Nothing_is_said_of_the_silence_of_whoever_speaks_while_it_is_looked_at(string moment)
    {
        // By itself this one sweeps when the test is over.
        await using var scene = await Scene.StartAsync("--Bot:SweepInterval", "1.00:00:00");
        await scene.ConfigureAsync("mentoring: { claims: { remind-after: 1 hour, release-after: 2 hours } }");
        var issue = scene.OpenGoodFirstIssue();
        await scene.SayAsync(issue, "newcomer", "/claim");
        scene.Time.Advance(TimeSpan.FromMinutes(61));
        if (moment == Release)
        {
            await scene.Bot.SweepAsync();
            Assert.Single(scene.Said(issue, Reminder));
            scene.Time.Advance(TimeSpan.FromMinutes(61));
        }

        await SweepAsync(scene, issue, () => scene.SayAsync(issue, "newcomer", "Still on it."));

        Assert.Empty(scene.Said(issue, moment));
        Assert.Equal(["newcomer"], issue.Assigned());
        for (var hour = 0; hour < 2; hour++)
        {
            scene.Time.Advance(TimeSpan.FromMinutes(61));
            await scene.Bot.SweepAsync();
        }

        Assert.Single(scene.Said(issue, moment));
    }

    [Fact]
    public async Task A_word_takes_back_what_was_about_to_be_said_of_the_silence()
    {
        await _scene.PassAsync(days: 7);
        await HoldBackAsync();
        await _scene.SayAsync(_issue, "newcomer", "Still on it.");
        await LetGoAsync();
        Assert.Equal(["newcomer"], _issue.Assigned());
        Assert.Empty(_scene.Said(_issue, Release));

        await _scene.PassAsync(days: 7);
        Assert.Equal(2, _scene.Said(_issue, Reminder).Count);

        await _scene.PassAsync(days: 7);
        Assert.Single(_scene.Said(_issue, Release));
        Assert.Empty(_issue.Assigned());
    }

    [Fact]
    public async Task What_was_about_to_be_said_of_a_claim_is_not_said_of_the_next_one()
    {
        await _scene.PassAsync(days: 7);
        await HoldBackAsync();
        var (newcomer, maintainer) = (_scene.GitHub.AddUser("newcomer"), _scene.GitHub.AddUser("maintainer"));
        _scene.GitHub.Unassign(_issue, newcomer);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Unassigned(_issue, newcomer, maintainer));
        await _scene.SayAsync(_issue, "newcomer", "/claim");
        await LetGoAsync();

        Assert.Equal(["newcomer"], _issue.Assigned());
        Assert.Empty(_scene.Said(_issue, Release));
    }

    [Fact]
    public async Task A_pull_request_that_was_opened_before_the_word_is_said_keeps_the_issue_for_whom_it_is()
    {
        await _scene.PassAsync(days: 7);
        await HoldBackAsync();
        var pull = _scene.OpenPullRequest("newcomer");
        SimulatedGitHub.Closes(pull, _issue);
        await LetGoAsync();
        Assert.Empty(_scene.Said(_issue, Release));
        Assert.Equal(["newcomer"], _issue.Assigned());

        await _scene.PassAsync(days: 0.1);
        _scene.GitHub.Close(pull);
        await _scene.PassAsync(days: 7);
        Assert.Equal(2, _scene.Said(_issue, Reminder).Count);

        await _scene.PassAsync(days: 7);
        Assert.Single(_scene.Said(_issue, Release));
        Assert.Empty(_issue.Assigned());
    }

    [Fact]
    public async Task Whoever_was_taken_off_before_the_word_is_said_hears_nothing_of_it()
    {
        await _scene.PassAsync(days: 7);
        await HoldBackAsync();
        _scene.GitHub.Unassign(_issue, _scene.GitHub.AddUser("newcomer"));
        await LetGoAsync();
        await _scene.PassAsync(days: 0.1);

        Assert.Empty(_scene.Said(_issue, Release));
        await _scene.SayAsync(_issue, "second", "/claim");
        Assert.Equal(["second"], _issue.Assigned());
    }

    [Fact]
    public async Task A_release_that_fails_for_a_day_does_not_hold_the_issue()
    {
        await _scene.PassAsync(days: 7);
        await HoldBackAsync();
        await _scene.PassAsync(days: 25.0 / 24);
        Assert.Equal(WorkState.Parked, Assert.Single(await _scene.Bot.OutboxAsync(), message => message.Moment == Release).State);
        _scene.GitHub.Faults.Clear();

        // GitHub did not tell of it.
        _scene.GitHub.Unassign(_issue, _scene.GitHub.AddUser("newcomer"));
        await _scene.SayAsync(_issue, "second", "/claim");

        Assert.Equal(["second"], _issue.Assigned());
    }

    [Fact]
    public async Task Whoever_stays_away_does_not_keep_an_issue_for_ever()
    {
        await _scene.SayAsync(_scene.OpenIssue("somebody"), "newcomer", "/away");

        await _scene.PassAsync(days: 7);
        await _scene.PassAsync(days: 30);
        await _scene.PassAsync(days: 6.9);
        Assert.Empty(_scene.SaidOn(_issue));
        Assert.Equal(["newcomer"], _issue.Assigned());

        await _scene.PassAsync(days: 0.1);
        Assert.Empty(_scene.Said(_issue, Reminder));
        Assert.Single(_scene.Said(_issue, Release));
        Assert.Empty(_issue.Assigned());
    }

    [Fact]
    public async Task Nothing_is_said_while_claims_are_switched_off()
    {
        await _scene.ConfigureAsync("mentoring: { claims: { enabled: false } }");

        await _scene.PassAsync(days: 7);
        await _scene.PassAsync(days: 30);

        Assert.Empty(_scene.SaidOn(_issue));
        Assert.Equal(["newcomer"], _issue.Assigned());
    }

    [Fact]
    public async Task A_claim_follows_its_repository_to_another_name()
    {
        _scene.GitHub.Rename(_scene.Repository, "greetings");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoryRenamed(_scene.Repository, from: "hello"));

        await _scene.PassAsync(days: 7);

        Assert.Single(_scene.Said(_issue, Reminder));
    }

    // Looks at the claims that are due, and has something happen while one of them is looked at.
    private static async Task SweepAsync(Scene scene, SimulatedItem issue, Func<Task> meanwhile)
    {
        var services = scene.Bot.Services;
        var reader = BusyReader.On(issue.Number, services.GetRequiredService<IGitHubReader>(), meanwhile);
        var turn = new ClaimTurn(reader, services.GetRequiredService<Availability>(), services.GetRequiredService<MomentWriter>());
        var sweep = new ClaimSweep(services.GetRequiredService<Claims>(), services.GetRequiredService<SweepContexts>(), turn, NullLogger<ClaimSweep>.Instance);
        await sweep.SweepAsync(scene.Time.GetUtcNow(), TestContext.Current.CancellationToken);
        await scene.Bot.SettledAsync();
    }

    // The week is over, and GitHub takes no comment for a while.
    private Task HoldBackAsync()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (method, path) => method == "POST" && path.EndsWith("/comments", StringComparison.Ordinal)));
        return _scene.PassAsync(days: 7);
    }

    private Task LetGoAsync()
    {
        _scene.GitHub.Faults.Clear();
        return _scene.PassAsync(days: 0.1);
    }
}
