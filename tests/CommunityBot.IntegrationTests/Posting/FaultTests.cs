using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Outbox;
using CommunityBot.Work;
using Microsoft.Extensions.Logging;

namespace CommunityBot.IntegrationTests.Posting;

public sealed class FaultTests : IAsyncLifetime
{
    private Scene _scene = null!;

    private int Tokens => _scene.GitHub.Requests.Count(request => request.Path.EndsWith("/access_tokens", StringComparison.Ordinal));

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    public static TheoryData<FaultKind, int> Unknowns => new()
    {
        { FaultKind.ResetBeforeTheEffect, 0 },
        { FaultKind.ResetAfterTheEffect, 0 },
        { FaultKind.ResetBeforeTheEffect, 5 },
        { FaultKind.ResetAfterTheEffect, 5 },
        { FaultKind.Status, 0 },
        { FaultKind.StatusAfterTheEffect, 5 },
    };

    [Theory]
    [MemberData(nameof(Unknowns))]
    public async Task A_comment_whose_fate_is_unknown_is_there_once_in_the_end(FaultKind kind, int lagSeconds)
    {
        _scene.GitHub.Faults.ReadLag = TimeSpan.FromSeconds(lagSeconds);
        _scene.GitHub.Faults.Add(new(kind, IsComment) { Times = 1 });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(issue.Comments);
        Assert.Single(issue.Reactions);
    }

    [Fact]
    public async Task What_fails_again_and_again_is_there_once_in_the_end()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.ResetAfterTheEffect, IsReaction) { Times = 5 });
        _scene.GitHub.Faults.Add(new(FaultKind.StatusAfterTheEffect, IsComment) { Times = 1 });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);

        await PassAsync(TimeSpan.FromMinutes(20));

        Assert.Single(issue.Comments);
        Assert.Single(issue.Reactions);
    }

    [Fact]
    public async Task What_failed_is_not_tried_again_where_the_conversation_was_locked_meanwhile()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsComment) { Times = 1 });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        _scene.GitHub.Lock(issue);

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(_scene.Calls, "POST comments");
        Assert.Equal(WorkState.Completed, Assert.Single(await _scene.Bot.OutboxAsync()).State);
    }

    [Fact]
    public async Task What_failed_is_said_even_if_the_issue_was_closed_meanwhile()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsComment) { Times = 1 });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        _scene.GitHub.Close(issue);

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task A_token_that_was_refused_is_renewed_once_and_the_comment_is_there()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsComment) { Status = 401, Message = "Bad credentials", Times = 1 });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);

        Assert.Single(issue.Comments);
        Assert.Equal(2, Tokens);
    }

    [Fact]
    public async Task Revoked_tokens_are_renewed_once_in_the_middle_of_the_work()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.GitHub.RevokeTokens();
        var issues = Enumerable.Range(0, 5).Select(i => _scene.OpenIssue($"another-{i}")).ToList();
        await Task.WhenAll(issues.Select(_scene.SendAsync));
        await _scene.Bot.SettledAsync();

        Assert.All(issues, issue => Assert.Single(issue.Comments));
        Assert.Contains(_scene.GitHub.Requests, request => request.Status == 401);
        Assert.Equal(2, Tokens);
    }

    [Fact]
    public async Task A_token_that_is_refused_again_is_not_renewed_without_end()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsComment) { Status = 401, Message = "Bad credentials" });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);

        Assert.Equal((2, 2), (_scene.Calls.Count(call => call == "POST comments"), Tokens));
        _scene.GitHub.Faults.Clear();
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.Time.Advance(TimeSpan.FromMinutes(59.9));
        var issue = _scene.OpenIssue("another");
        await _scene.DeliverAsync(issue);

        Assert.Single(issue.Comments);
        Assert.DoesNotContain(_scene.GitHub.Requests, request => request.Status == 401);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task While_GitHub_says_to_wait_nothing_is_asked(int status)
    {
        _scene.GitHub.Faults.Add(Fault.SecondaryLimit(IsComment, status, retryAfter: 90));
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        _scene.GitHub.Faults.Clear();
        await _scene.DeliverAsync(_scene.OpenIssue("another"));

        await PassAsync(TimeSpan.FromSeconds(85));
        Assert.Empty(issue.Comments);
        Assert.Equal(0, _scene.GitHub.Faults.RequestsWhilePaused);

        await PassAsync(TimeSpan.FromSeconds(60));
        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task Until_the_limit_is_reset_nothing_is_asked()
    {
        _scene.GitHub.Faults.Add(Fault.PrimaryLimit(IsListing, _scene.Time.GetUtcNow().AddMinutes(20)));
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        _scene.GitHub.Faults.Clear();

        await PassAsync(TimeSpan.FromMinutes(19));
        Assert.Empty(issue.Comments);
        Assert.Equal(0, _scene.GitHub.Faults.RequestsWhilePaused);

        await PassAsync(TimeSpan.FromMinutes(2));
        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task A_limit_without_a_time_is_waited_for_a_minute()
    {
        _scene.GitHub.Faults.Add(Fault.SecondaryLimit(IsComment) with { Times = 1 });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);

        await PassAsync(TimeSpan.FromSeconds(50));
        Assert.Empty(issue.Comments);

        await PassAsync(TimeSpan.FromSeconds(20));
        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task A_limit_that_comes_between_the_comment_and_the_reaction_doubles_neither()
    {
        _scene.GitHub.Faults.ReadLag = TimeSpan.FromSeconds(9);
        _scene.GitHub.Faults.Add(Fault.SecondaryLimit(IsReaction, retryAfter: 5) with { Times = 1 });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        Assert.Single(issue.Comments);

        await PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(issue.Comments);
        Assert.Single(issue.Reactions);
        Assert.Equal(0, _scene.GitHub.Faults.RequestsWhilePaused);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(422)]
    public async Task What_cannot_succeed_ends(int status)
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsComment) { Status = status, Message = "No." });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        var calls = _scene.Calls.Count;

        await PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(1));

        Assert.Empty(issue.Comments);
        Assert.Equal(calls, _scene.Calls.Count);
        Assert.Equal(WorkState.Completed, Assert.Single(await _scene.Bot.OutboxAsync()).State);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_question_that_is_refused_for_good_is_not_asked_again(int status)
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsListing) { Status = status, Message = "No." });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        var calls = _scene.Calls.Count;

        await PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

        Assert.Empty(issue.Comments);
        Assert.Equal(calls, _scene.Calls.Count);
    }

    [Fact]
    public async Task What_fails_for_a_day_is_given_up_and_kept_where_an_operator_sees_it()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsComment));
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        await PassAsync(TimeSpan.FromHours(25), TimeSpan.FromMinutes(1));

        var calls = _scene.Calls.Count(call => call == "POST comments");
        Assert.InRange(calls, 24 * 6, 25 * 60);
        var message = Assert.Single(await _scene.Bot.OutboxAsync());
        Assert.Equal((WorkState.Parked, calls), (message.State, message.Attempts));
        Assert.Contains("502", message.Error, StringComparison.Ordinal);
        Assert.Contains(_scene.Bot.Log.Problems, line => line.Level == LogLevel.Error && line.Text.StartsWith("Given up for good", StringComparison.Ordinal));
        await PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        Assert.Equal(calls, _scene.Calls.Count(call => call == "POST comments"));
    }

    [Fact]
    public async Task What_stood_still_until_its_lease_was_about_to_end_does_not_post()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsComment) { Times = 1 });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);

        // A process that stands still hears of no deadline when it goes on: its clock has leapt, and no timer has fired.
        _scene.GitHub.Faults.Add(new(FaultKind.SlowBeforeTheEffect, IsSearch)
        {
            Times = 1,
            Striking = () =>
            {
                _scene.Time.AdjustTime(_scene.Time.GetUtcNow() + WorkLoop<OutboxMessage>.Deadline);
                return Task.CompletedTask;
            },
        });
        await PassAsync(RetrySchedule.First * 1.5);

        Assert.Contains("GET comments", _scene.Calls);
        Assert.Equal(1, _scene.Calls.Count(call => call == "POST comments"));

        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(issue.Comments);
        Assert.Equal((WorkState.Completed, 3), Assert.Single(await _scene.Bot.OutboxAsync()) is var message ? (message.State, message.Attempts) : default);
    }

    [Fact]
    public async Task A_reaction_that_is_refused_takes_nothing_from_the_comment()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsReaction) { Status = 403, Message = "No." });
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(issue.Comments);
    }

    [Theory]
    [InlineData("/issues")]
    [InlineData("/permission")]
    public async Task A_question_that_fails_for_a_while_delays_the_greeting(string question)
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (method, path) => method == "GET" && path.EndsWith(question, StringComparison.Ordinal)));
        var issue = _scene.OpenIssue("newcomer");
        await _scene.SendAsync(issue);
        await PassAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(issue.Comments);

        _scene.GitHub.Faults.Clear();
        await PassAsync(TimeSpan.FromMinutes(12));
        Assert.Single(issue.Comments);
    }

    private static bool IsComment(string method, string path) => method == "POST" && path.EndsWith("/comments", StringComparison.Ordinal);

    private static bool IsSearch(string method, string path) => method == "GET" && path.EndsWith("/comments", StringComparison.Ordinal);

    private static bool IsReaction(string method, string path) => method == "POST" && path.EndsWith("/reactions", StringComparison.Ordinal);

    private static bool IsListing(string method, string path) => method == "GET" && path.EndsWith("/issues", StringComparison.Ordinal);

    private Task PassAsync(TimeSpan time) => PassAsync(time, RetrySchedule.First / 2);

    /// <summary>Lets time pass in steps, and waits for what each leads to.</summary>
    private async Task PassAsync(TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            _scene.Time.Advance(step);
            await _scene.Bot.SettledAsync();
        }
    }
}
