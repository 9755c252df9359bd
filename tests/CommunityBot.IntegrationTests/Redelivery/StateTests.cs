using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Ledger;
using CommunityBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Redelivery;

/// <summary>What GitHub never told of is found in the state of the repositories.</summary>
public sealed class StateTests : IAsyncLifetime
{
    private const string Welcome = "welcome.first-issue";
    private const string WelcomePull = "welcome.first-pull-request";
    private const string Thanks = "thanks.first-merge";

    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    /// <summary>By then each repository was read at least once, however the hours of the day are shared out.</summary>
    private static readonly TimeSpan Surely = TimeSpan.FromDays(3);

    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync("--Bot:ContentPerMinute", "10000", "--Bot:ContentPerHour", "100000");

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_missed_opening_is_greeted_once()
    {
        _scene.Time.Advance(TimeSpan.FromMinutes(30));
        var (issue, pull) = (_scene.OpenIssue("newcomer"), _scene.OpenPullRequest("another"));

        await PassAsync(Surely);
        await PassAsync(Surely);

        Assert.Single(_scene.Said(issue, Welcome));
        Assert.Single(_scene.Said(pull, WelcomePull));
        Assert.Equal([$"state-issues-opened-{_scene.Repository.Id}-1", $"state-pull_request-opened-{_scene.Repository.Id}-2"], (await MadeUpAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_missed_merge_is_thanked_once()
    {
        var pull = _scene.OpenPullRequest("newcomer");
        await _scene.DeliverAsync(pull);
        var unknown = _scene.OpenPullRequest("another");
        _scene.Time.Advance(TimeSpan.FromMinutes(30));
        _scene.GitHub.Merge(pull, _scene.GitHub.AddUser("maintainer"));
        _scene.GitHub.Merge(unknown, _scene.GitHub.AddUser("maintainer"));

        await PassAsync(Surely);
        await PassAsync(Surely);

        Assert.Single(_scene.Said(pull, Thanks));
        Assert.Single(_scene.Said(unknown, Thanks));
        Assert.Empty(_scene.Said(unknown, WelcomePull));
        Assert.Equal(2, (await MadeUpAsync()).Count);
    }

    [Fact]
    public async Task A_missed_merge_by_label_is_thanked()
    {
        await _scene.ConfigureAsync("thanks: { merged-labels: [Merged] }\n");
        var pull = _scene.OpenPullRequest("newcomer");
        _scene.GitHub.AddLabel(pull, "Merged");
        _scene.GitHub.Close(pull);

        await PassAsync(Surely);

        Assert.Single(_scene.Said(pull, Thanks));
    }

    [Fact]
    public async Task What_GitHub_tells_of_after_all_is_not_said_again()
    {
        var issue = _scene.OpenIssue("newcomer");
        var pull = _scene.OpenPullRequest("another");
        _scene.GitHub.Merge(pull, _scene.GitHub.AddUser("maintainer"));
        await PassAsync(Surely);

        await _scene.DeliverAsync(issue);
        await _scene.DeliverAsync(pull);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Closed(pull));

        Assert.Single(_scene.Said(issue, Welcome));
        Assert.Single(_scene.Said(pull, Thanks));
    }

    [Fact]
    public async Task What_is_known_costs_one_request_a_day()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("newcomer"));
        await _scene.MergeAsync(_scene.OpenPullRequest("another"));
        _scene.OpenIssue("robot[bot]", type: "Bot");
        await PassAsync(Surely);
        var before = _scene.Calls.Count;

        await PassAsync(TimeSpan.FromDays(10));

        Assert.Empty(await MadeUpAsync());
        Assert.Equal(
            Enumerable.Repeat("GET issues", 10).Concat(Enumerable.Repeat("GET repositories", 10)),
            _scene.Calls.Skip(before).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_before_the_bot_came_nothing_is_said()
    {
        var old = _scene.OpenIssue("veteran", createdAt: _scene.Installation.CreatedAt.AddDays(-1));
        _scene.GitHub.Comment(old, _scene.GitHub.AddUser("somebody"));
        await PassAsync(Surely);
        var second = _scene.GitHub.AddRepository(_scene.Installation, "octo", "second");
        var before = _scene.GitHub.OpenIssue(second, _scene.GitHub.AddUser("newcomer"));
        await PassAsync(TimeSpan.FromDays(1));
        _scene.GitHub.Comment(before, _scene.GitHub.AddUser("somebody"));
        var after = _scene.GitHub.OpenIssue(second, _scene.GitHub.AddUser("another"));

        await PassAsync(Surely);

        Assert.Equal([$"state-issues-opened-{second.Id}-2"], await MadeUpAsync());
        Assert.Empty(_scene.Said(old, Welcome));
        Assert.Empty(_scene.Said(before, Welcome));
        Assert.Single(_scene.Said(after, Welcome));
    }

    [Fact]
    public async Task Of_what_is_long_over_nothing_is_said_and_it_counts()
    {
        var old = _scene.OpenIssue("veteran", createdAt: _scene.Time.GetUtcNow().AddDays(-8));
        var closed = _scene.OpenIssue("another");
        _scene.GitHub.Close(closed);

        await PassAsync(Surely);

        Assert.Empty(await MadeUpAsync());
        Assert.Equal([(1L, old.Author!.Id), (2L, closed.Author!.Id)], await OpenedAsync());
    }

    [Fact]
    public async Task More_than_a_page_is_found_and_what_was_before_a_pause_is_not_doubled()
    {
        // A page has a hundred, so the pull request is on the second.
        const int Missed = 101;
        var issues = Enumerable.Range(0, Missed).Select(i => _scene.OpenIssue($"newcomer-{i}", createdAt: _scene.Time.GetUtcNow().AddSeconds(i - Missed))).ToList();
        var pull = _scene.OpenPullRequest("another");
        _scene.GitHub.Faults.Add(Fault.SecondaryLimit((method, path) => method == "GET" && path.EndsWith($"/pulls/{pull.Number}", StringComparison.Ordinal), retryAfter: 18000) with { Times = 1 });

        await PassAsync(Surely);

        Assert.True(_scene.GitHub.Faults.HaveStruck);
        Assert.All(issues, issue => Assert.Single(_scene.Said(issue, Welcome)));
        Assert.Single(_scene.Said(pull, WelcomePull));
        Assert.Equal(Missed + 1, (await MadeUpAsync()).Count);
    }

    [Fact]
    public async Task What_stands_behind_a_page_of_what_was_changed_just_now_is_found()
    {
        await PassAsync(Surely);
        var old = Enumerable.Range(0, 101).Select(i => _scene.OpenIssue($"veteran-{i}", createdAt: _scene.Installation.CreatedAt.AddDays(-1))).ToList();
        var missed = _scene.OpenIssue("newcomer");
        var due = Clock.FromMilliseconds(await _scene.Bot.Services.GetRequiredService<Database>().ReadAsync(session =>
            session.ScalarAsync<long>("SELECT due_at FROM state_reads WHERE repository_id = @0", _scene.Repository.Id)));

        // In the hour before the reading, which is left for the next day.
        _scene.Time.Advance(due - _scene.Time.GetUtcNow() - TimeSpan.FromMinutes(30));
        Assert.True(_scene.Time.GetUtcNow() - missed.CreatedAt > TimeSpan.FromHours(1));
        foreach (var issue in old.Append(missed))
        {
            _scene.Time.Advance(TimeSpan.FromSeconds(1));
            _scene.GitHub.Comment(issue, _scene.GitHub.AddUser("somebody"));
        }

        _scene.Time.Advance(TimeSpan.FromMinutes(30));
        await _scene.Bot.SweepAsync();
        await PassAsync(TimeSpan.FromDays(1));

        Assert.Single(_scene.Said(missed, Welcome));
    }

    [Fact]
    public async Task What_GitHub_refuses_to_tell_is_asked_for_again()
    {
        var issue = _scene.OpenIssue("newcomer");
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (method, path) => method == "GET" && path == "/repos/octo/hello/issues") { Status = 403, Message = "Forbidden", Times = 1 });

        await PassAsync(Surely);

        Assert.Contains(_scene.Bot.Log.Problems, line => line.Text.Contains("octo/hello could not be looked up", StringComparison.Ordinal));
        Assert.Single(_scene.Said(issue, Welcome));
    }

    [Fact]
    public async Task Nobody_who_belongs_to_the_project_is_greeted()
    {
        var issue = _scene.OpenIssue("colleague", association: "MEMBER");

        await PassAsync(Surely);

        Assert.Single(await MadeUpAsync());
        Assert.Empty(_scene.Said(issue, Welcome));
    }

    [Fact]
    public async Task Of_whom_the_config_ignores_nothing_is_made_up()
    {
        await _scene.ConfigureAsync("people: { ignore: [newcomer] }\n");
        await _scene.DeliverAsync(_scene.OpenIssue("newcomer"));

        await PassAsync(Surely);

        Assert.Empty(await MadeUpAsync());
    }

    [Fact]
    public async Task While_GitHub_says_to_wait_nothing_is_asked_and_then_it_goes_on()
    {
        var issue = _scene.OpenIssue("newcomer");
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (method, path) => method == "GET" && path == "/repos/octo/hello/issues")
        {
            Status = 403,
            Message = "You have exceeded a secondary rate limit.",
            Headers = new Dictionary<string, string> { ["retry-after"] = "18000" },
            Times = 1,
        });

        await PassAsync(Surely);

        Assert.Single(_scene.Said(issue, Welcome));
        Assert.Equal(0, _scene.GitHub.Faults.RequestsWhilePaused);
        Assert.True(_scene.GitHub.Faults.HaveStruck);
    }

    [Fact]
    public async Task While_an_installation_is_suspended_its_repositories_are_not_read_and_of_that_time_nothing_is_said()
    {
        await PassAsync(Surely);
        _scene.Installation.Suspended = true;
        await PassAsync(Surely);
        var (asked, before) = (_scene.GitHub.Requests.Count(IsAsked), _scene.OpenIssue("newcomer"));

        await PassAsync(Surely);

        Assert.Equal(asked, _scene.GitHub.Requests.Count(IsAsked));
        _scene.Installation.Suspended = false;
        _scene.GitHub.Comment(before, _scene.GitHub.AddUser("somebody"));
        await PassAsync(TimeSpan.FromDays(1));
        var after = _scene.OpenIssue("another");
        await PassAsync(Surely);
        Assert.Empty(_scene.Said(before, Welcome));
        Assert.Single(_scene.Said(after, Welcome));

        bool IsAsked(LoggedRequest request) => request.InstallationId == _scene.Installation.Id || request.Path.EndsWith("/access_tokens", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_gone_is_not_asked_for_any_more()
    {
        var second = _scene.GitHub.AddRepository(_scene.Installation, "octo", "second");
        await PassAsync(Surely);
        _scene.GitHub.Delete(second);
        _scene.Installation.Deleted = true;
        await PassAsync(Surely);
        var before = _scene.GitHub.Requests.Count(request => !request.Path.StartsWith("/app/hook", StringComparison.Ordinal));

        await PassAsync(TimeSpan.FromDays(2));

        var asked = _scene.GitHub.Requests.Where(request => !request.Path.StartsWith("/app/hook", StringComparison.Ordinal)).Skip(before);
        Assert.All(asked, request => Assert.Equal("/app/installations", request.Path));
    }

    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Round)
        {
            _scene.Time.Advance(Round);
            await _scene.Bot.SweepAsync();
        }
    }

    private async Task<List<string>> MadeUpAsync() =>
        [.. (await _scene.Bot.DeliveriesAsync()).Select(delivery => delivery.DeliveryId).Where(id => id.StartsWith("state-", StringComparison.Ordinal))];

    private async Task<List<(long Number, long Person)>> OpenedAsync()
    {
        await using var tables = _scene.Bot.Services.GetRequiredService<Database>().CreateContext();
        var rows = await tables.Set<ContributionRow>().AsNoTracking().Where(row => row.Type == ContributionType.IssueOpened).OrderBy(row => row.Subject)
            .ToListAsync(TestContext.Current.CancellationToken);
        return [.. rows.Select(row => (row.Subject, row.PersonId))];
    }
}
