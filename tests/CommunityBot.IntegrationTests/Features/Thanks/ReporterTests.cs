using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Thanks;

public sealed class ReporterTests : IAsyncLifetime
{
    private const string Reporter = "thanks.reporter";

    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Who_reported_what_a_merge_closes_is_thanked_once_on_each_issue()
    {
        var (first, second) = (_scene.OpenIssue("reporter"), _scene.OpenIssue("another"));
        var pull = FixOf(first, second);

        await _scene.MergeAsync(pull);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Closed(pull));

        var comment = Assert.Single(_scene.Said(first, Reporter));
        Assert.StartsWith($"Hi @reporter, what you wrote here is taken care of by https://github.com/octo/hello/pull/{pull.Number}.", comment, StringComparison.Ordinal);
        Assert.EndsWith($"moment=thanks.reporter key={_scene.Repository.Id}-{first.Number} -->", comment, StringComparison.Ordinal);
        Assert.DoesNotContain("Thanks also", comment, StringComparison.Ordinal);
        Assert.Single(_scene.Said(second, Reporter));
    }

    [Fact]
    public async Task Who_reported_several_things_is_asked_about_once()
    {
        await _scene.MergeAsync(FixOf(_scene.OpenIssue("reporter"), _scene.OpenIssue("reporter")));

        Assert.Single(_scene.GitHub.Requests, request => request.Path.EndsWith("/collaborators/reporter/permission", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bot_may_have_fixed_it()
    {
        var issue = _scene.OpenIssue("reporter");
        var pull = _scene.OpenPullRequest("Copilot", "Bot");
        SimulatedGitHub.Closes(pull, issue);

        await _scene.MergeAsync(pull);

        Assert.Single(_scene.Said(issue, Reporter));
        Assert.Empty(pull.Comments);
    }

    [Fact]
    public async Task Nobody_is_thanked_for_what_they_fixed_themselves()
    {
        var issue = _scene.OpenIssue("fixer");

        await _scene.MergeAsync(FixOf(issue));

        Assert.Empty(_scene.Said(issue, Reporter));
    }

    [Fact]
    public async Task Nor_for_what_they_had_a_part_in()
    {
        var issue = _scene.OpenIssue("reporter");
        _scene.GitHub.Comment(issue, _scene.GitHub.AddUser("helper"));
        var other = _scene.OpenIssue("another");
        _scene.GitHub.Comment(other, _scene.GitHub.AddUser("helper"));
        var message = $"""
            Co-authored-by: Reporter <{_scene.GitHub.AddUser("reporter").Id}+reporter@users.noreply.github.com>
            Co-authored-by: Helper <{_scene.GitHub.AddUser("helper").Id}+helper@users.noreply.github.com>
            """;

        await _scene.MergeAsync(FixOf(issue, other), message);

        Assert.Empty(_scene.Said(issue, Reporter));
        Assert.DoesNotContain("@helper", Assert.Single(_scene.Said(other, Reporter)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issue_that_was_dropped_before_is_not_taken_care_of()
    {
        var issue = _scene.OpenIssue("reporter");
        _scene.GitHub.Close(issue, _scene.GitHub.AddUser("maintainer"), "not_planned");

        await _scene.MergeAsync(FixOf(issue));

        Assert.Empty(_scene.Said(issue, Reporter));
    }

    [Fact]
    public async Task That_GitHub_refuses_the_authors_history_changes_nothing()
    {
        var issue = _scene.OpenIssue("reporter");
        var pull = FixOf(issue);
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (method, path) => method == "GET" && path.EndsWith("/issues", StringComparison.Ordinal)) { Status = 403, Message = "Resource not accessible by integration" });

        await _scene.MergeAsync(pull);

        Assert.Single(_scene.Said(issue, Reporter));
        Assert.Empty(pull.Comments);
    }

    [Fact]
    public async Task Few_who_told_of_it_are_thanked_with_the_reporter()
    {
        var issue = _scene.OpenIssue("reporter");
        foreach (var login in new[] { "seen-it", "me-too", "fixer", "reporter", "seen-it" })
        {
            _scene.GitHub.Comment(issue, _scene.GitHub.AddUser(login));
        }

        _scene.GitHub.Comment(issue, _scene.GitHub.AddUser("helper[bot]", "Bot"));
        _scene.GitHub.Comment(issue, _scene.GitHub.AddUser("maintainer"), association: "MEMBER");

        await _scene.MergeAsync(FixOf(issue));

        Assert.Contains("Thanks also to @seen-it, @me-too for adding to it.", Assert.Single(_scene.Said(issue, Reporter)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crowd_is_not_mentioned()
    {
        var issue = _scene.OpenIssue("reporter");
        foreach (var number in Enumerable.Range(1, 4))
        {
            _scene.GitHub.Comment(issue, _scene.GitHub.AddUser($"user-{number}"));
        }

        await _scene.MergeAsync(FixOf(issue));

        Assert.DoesNotContain("@user", Assert.Single(_scene.Said(issue, Reporter)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_into_another_branch_closes_nothing()
    {
        var issue = _scene.OpenIssue("reporter");
        var pull = FixOf(issue);
        pull.BaseRef = "next";

        await _scene.MergeAsync(pull);

        Assert.Empty(_scene.Said(issue, Reporter));
    }

    [Fact]
    public async Task An_insider_a_bot_a_locked_thread_and_an_issue_of_before_are_left_alone()
    {
        var member = _scene.OpenIssue("member", permission: "write");
        var bot = _scene.OpenIssue("helper[bot]", type: "Bot");
        var locked = _scene.OpenIssue("reporter");
        _scene.GitHub.Lock(locked);
        var old = _scene.OpenIssue("old-timer", createdAt: _scene.Installation.CreatedAt.AddDays(-1));
        var ignored = _scene.OpenIssue("ignored");
        await _scene.ConfigureAsync("people: { ignore: [ignored] }");

        await _scene.MergeAsync(FixOf(member, bot, locked, old, ignored));

        Assert.All([member, bot, locked, old, ignored], issue => Assert.Empty(_scene.Said(issue, Reporter)));
    }

    private SimulatedItem FixOf(params SimulatedItem[] issues)
    {
        var pull = _scene.OpenPullRequest("fixer");
        SimulatedGitHub.Closes(pull, issues);
        return pull;
    }
}
