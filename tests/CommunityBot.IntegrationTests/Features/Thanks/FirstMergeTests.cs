using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Thanks;

public sealed class FirstMergeTests : IAsyncLifetime
{
    private const string FirstMerge = "thanks.first-merge";

    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_first_merge_is_celebrated_once_and_the_next_one_is_not()
    {
        var first = _scene.OpenPullRequest("contributor");
        var second = _scene.OpenPullRequest("contributor");

        await _scene.MergeAsync(first);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Closed(first));
        await _scene.MergeAsync(second);

        var comment = Assert.Single(_scene.Said(first, FirstMerge));
        Assert.StartsWith("@contributor, your first pull request to hello is merged.", comment, StringComparison.Ordinal);
        Assert.EndsWith($"<!-- community-bot moment=thanks.first-merge key={_scene.Repository.Id}-{first.Author!.Id} -->", comment, StringComparison.Ordinal);
        Assert.Equal("hooray", Assert.Single(first.Reactions).Content);
        Assert.Empty(_scene.Said(second, FirstMerge));
    }

    [Fact]
    public async Task Merges_of_before_the_bot_came_count()
    {
        _scene.GitHub.Merge(_scene.OpenPullRequest("contributor"));
        _scene.Time.Advance(TimeSpan.FromHours(1));
        var pull = _scene.OpenPullRequest("contributor");

        await _scene.MergeAsync(pull);

        Assert.Empty(pull.Comments);
    }

    [Fact]
    public async Task A_merge_queue_or_another_bot_may_have_merged_it()
    {
        var pull = _scene.OpenPullRequest("contributor");

        await _scene.MergeAsync(pull, by: _scene.GitHub.AddUser("github-merge-queue[bot]", "Bot"));

        Assert.Single(_scene.Said(pull, FirstMerge));
    }

    [Theory]
    [InlineData("Bot")]
    [InlineData("Organization")]
    public async Task Who_is_no_person_is_not_celebrated(string type)
    {
        var pull = _scene.OpenPullRequest("helper[bot]", type);

        await _scene.MergeAsync(pull);

        Assert.Empty(pull.Comments);
    }

    [Theory]
    [InlineData("thanks: { insiders: true }", 1)]
    [InlineData("thanks: { insiders: false }", 0)]
    public async Task Insiders_are_celebrated_only_where_the_config_says_so(string config, int expected)
    {
        await _scene.ConfigureAsync(config);
        var pull = _scene.OpenPullRequest("private-member");
        _scene.Repository.Roles[pull.Author!.Id] = "triage";

        await _scene.MergeAsync(pull);

        Assert.Equal(expected, _scene.Said(pull, FirstMerge).Count);
    }

    [Theory]
    [InlineData("mode: \"off\"")]
    [InlineData("thanks: { enabled: false }")]
    [InlineData("thanks: { first-merge: { enabled: false } }")]
    [InlineData("people: { ignore: [contributor] }")]
    public async Task The_config_can_want_silence(string config)
    {
        await _scene.ConfigureAsync(config);
        var pull = _scene.OpenPullRequest("contributor");

        await _scene.MergeAsync(pull);

        Assert.Empty(_scene.Said(pull, FirstMerge));
    }

    [Fact]
    public async Task Issues_to_go_on_with_are_open_and_free_and_the_nearest_to_what_was_done_first()
    {
        var pull = _scene.OpenPullRequest("contributor");
        _scene.GitHub.AddLabel(pull, "parser");
        _scene.GitHub.Assign(GoodFirstIssue("Taken"), _scene.GitHub.AddUser("somebody"));
        _scene.GitHub.Close(GoodFirstIssue("Done"));
        var near = GoodFirstIssue("Near");
        _scene.GitHub.AddLabel(near, "parser");
        _scene.OpenIssue("reporter", "Not for beginners");
        for (var number = 1; number <= 3; number++)
        {
            _scene.Time.Advance(TimeSpan.FromMinutes(1));
            GoodFirstIssue($"Far {number}");
        }

        await _scene.MergeAsync(pull);

        var lines = Assert.Single(_scene.Said(pull, FirstMerge)).Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Equal($"- [Near](https://github.com/octo/hello/issues/{near.Number})", lines[0]);
        Assert.StartsWith("- [Far 3]", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("- [Far 2]", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_told_to_go_on_with_what_they_have_just_fixed()
    {
        // Merged into another branch, GitHub leaves the issue open.
        var pull = _scene.OpenPullRequest("contributor");
        pull.BaseRef = "next";
        SimulatedGitHub.Closes(pull, GoodFirstIssue("Just fixed"));

        await _scene.MergeAsync(pull);

        Assert.DoesNotContain("Just fixed", Assert.Single(_scene.Said(pull, FirstMerge)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_on_what_is_merged_already_starts_nothing()
    {
        await _scene.ConfigureAsync("thanks: { first-merge: { enabled: false } }");
        var pull = _scene.OpenPullRequest("contributor");
        await _scene.MergeAsync(pull);
        await _scene.ConfigureAsync("thanks: { first-merge: { enabled: true } }");
        var asked = _scene.Calls.Count;

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Labeled(pull, "released", _scene.GitHub.AddUser("semantic-release[bot]", "Bot")));

        Assert.Empty(pull.Comments);
        Assert.Equal(asked, _scene.Calls.Count);
    }

    [Theory]
    [InlineData("RESOURCE_LIMITS_EXCEEDED")]
    [InlineData("FORBIDDEN")]
    public async Task What_GitHub_will_never_say_of_a_merge_does_not_hold_up_the_rest(string failure)
    {
        var pull = _scene.OpenPullRequest("contributor");
        _scene.GitHub.GraphQL.Failures["MergedPullRequest"] = (failure, "Too much.");

        await _scene.MergeAsync(pull);

        Assert.Single(_scene.Said(pull, FirstMerge));
    }

    [Fact]
    public async Task What_GitHub_does_not_say_of_a_merge_is_waited_for_an_hour_and_no_longer()
    {
        var pull = _scene.OpenPullRequest("contributor");
        _scene.GitHub.GraphQL.Failures["MergedPullRequest"] = ("SOMETHING", "Something went wrong.");
        _scene.GitHub.Merge(pull, _scene.GitHub.AddUser("maintainer"));
        Assert.Equal(202, await _scene.Bot.DeliverAsync(_scene.GitHub.Deliveries.Closed(pull)));

        for (var minutes = 0; minutes < 90; minutes += 5)
        {
            await _scene.Bot.SettledAsync();
            Assert.True(minutes >= 60 || pull.Comments.Count == 0);
            _scene.Time.Advance(TimeSpan.FromMinutes(5));
        }

        await _scene.Bot.SettledAsync();
        Assert.Single(_scene.Said(pull, FirstMerge));
    }

    [Fact]
    public async Task Without_the_permission_to_read_issues_the_rest_is_said()
    {
        var pull = _scene.OpenPullRequest("contributor");
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (_, path) => path.EndsWith("/MergedPullRequest", StringComparison.Ordinal)) { Status = 403, Message = "Resource not accessible by integration" });

        await _scene.MergeAsync(pull);

        Assert.Single(_scene.Said(pull, FirstMerge));
    }

    private SimulatedItem GoodFirstIssue(string title)
    {
        var issue = _scene.OpenIssue("maintainer", title, association: "MEMBER");
        _scene.GitHub.AddLabel(issue, "good first issue");
        return issue;
    }
}
