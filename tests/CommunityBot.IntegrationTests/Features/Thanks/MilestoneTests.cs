using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Thanks;

public sealed class MilestoneTests : IAsyncLifetime
{
    private const string Milestone = "thanks.milestone";

    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task The_fifth_merge_is_a_milestone_by_default_and_no_other_of_the_first_nine()
    {
        var pulls = new List<SimulatedItem>();
        for (var count = 1; count <= 9; count++)
        {
            _scene.Time.Advance(TimeSpan.FromMinutes(1));
            pulls.Add(_scene.OpenPullRequest("contributor"));
            await _scene.MergeAsync(pulls[^1]);
        }

        var comment = Assert.Single(pulls.SelectMany(pull => _scene.Said(pull, Milestone)));
        Assert.Single(_scene.Said(pulls[4], Milestone));
        Assert.StartsWith("@contributor, with this one 5 pull requests of yours are merged in hello.", comment, StringComparison.Ordinal);
        Assert.EndsWith($"key={_scene.Repository.Id}-{pulls[0].Author!.Id}-5 -->", comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_that_starts_late_counts_right_and_makes_up_for_nothing()
    {
        for (var count = 1; count <= 8; count++)
        {
            _scene.GitHub.Merge(_scene.OpenPullRequest("contributor"));
        }

        _scene.Time.Advance(TimeSpan.FromHours(1));
        var (ninth, tenth) = (_scene.OpenPullRequest("contributor"), _scene.OpenPullRequest("contributor"));
        await _scene.MergeAsync(ninth);
        await _scene.MergeAsync(tenth);

        Assert.Empty(ninth.Comments);
        Assert.Contains("10 pull requests", Assert.Single(_scene.Said(tenth, Milestone)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merges_told_of_in_the_wrong_order_make_each_milestone_once()
    {
        await _scene.ConfigureAsync("thanks: { milestones: { counts: [2, 4] } }");
        var pulls = Enumerable.Range(0, 4).Select(_ => _scene.OpenPullRequest("contributor")).ToList();

        // What was there before is read now, so that each merge counts when it is told.
        await _scene.DeliverAsync(pulls[0]);
        foreach (var pull in pulls)
        {
            _scene.Time.Advance(TimeSpan.FromMinutes(1));
            _scene.GitHub.Merge(pull);
        }

        foreach (var pull in Enumerable.Reverse(pulls))
        {
            await _scene.DeliverAsync(_scene.GitHub.Deliveries.Closed(pull));
        }

        Assert.Equal(2, pulls.Sum(pull => _scene.Said(pull, Milestone).Count));
    }

    [Fact]
    public async Task First_merge_and_milestone_become_one_comment_the_first_merge_first()
    {
        await _scene.ConfigureAsync("thanks: { milestones: { counts: [1], labels: [one] }, first-merge: { labels: [first] } }");
        var pull = _scene.OpenPullRequest("contributor");

        await _scene.MergeAsync(pull);

        var comment = Assert.Single(pull.Comments).Body;
        Assert.StartsWith("@contributor, your first pull request", comment, StringComparison.Ordinal);
        Assert.Contains("with this one 1 pull request of yours is merged", comment, StringComparison.Ordinal);
        Assert.EndsWith($"moment=thanks.first-merge key={_scene.Repository.Id}-{pull.Author!.Id} -->", comment, StringComparison.Ordinal);
        Assert.Equal(["first", "one"], pull.Labels);
    }

    [Fact]
    public async Task What_was_said_together_is_not_said_again()
    {
        await _scene.ConfigureAsync("thanks: { milestones: { counts: [1] } }");
        var pull = _scene.OpenPullRequest("contributor");
        await _scene.MergeAsync(pull);
        await _scene.ConfigureAsync("thanks: { milestones: { counts: [1] }, first-merge: { enabled: false } }");

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Closed(pull));

        Assert.Single(pull.Comments);
    }
}
