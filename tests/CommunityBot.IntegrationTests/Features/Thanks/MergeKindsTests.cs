using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Thanks;

/// <summary>What counts as a merge, and what is celebrated of it.</summary>
public sealed class MergeKindsTests : IAsyncLifetime
{
    private const string FirstMerge = "thanks.first-merge";

    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task What_is_closed_with_a_label_of_the_config_counts_as_merged()
    {
        await _scene.ConfigureAsync("thanks: { merged-labels: [Landed] }");
        var pull = _scene.OpenPullRequest("contributor");
        _scene.GitHub.AddLabel(pull, "landed");

        await _scene.CloseAsync(pull, _scene.GitHub.AddUser("landing[bot]", "Bot"));

        Assert.Single(_scene.Said(pull, FirstMerge));
        Assert.Empty(_scene.Said(pull, "thanks.not-merged"));
    }

    [Fact]
    public async Task The_label_may_come_after_it_was_closed()
    {
        await _scene.ConfigureAsync("thanks: { merged-labels: [Landed] }");
        var pull = _scene.OpenPullRequest("contributor");
        var bot = _scene.GitHub.AddUser("landing[bot]", "Bot");
        await _scene.CloseAsync(pull, bot);
        _scene.GitHub.AddLabel(pull, "Landed");

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Labeled(pull, "Landed", bot));

        Assert.Single(_scene.Said(pull, FirstMerge));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_maintainer_who_closes_and_labels_leads_to_one_comment_in_either_order(bool isToldInOrder)
    {
        await _scene.ConfigureAsync("thanks: { merged-labels: [Landed] }");
        var (pull, maintainer) = (_scene.OpenPullRequest("contributor"), _scene.GitHub.AddUser("maintainer"));
        _scene.GitHub.Close(pull, maintainer);
        var closed = _scene.GitHub.Deliveries.Closed(pull);
        if (isToldInOrder)
        {
            await _scene.DeliverAsync(closed);
        }

        _scene.GitHub.AddLabel(pull, "Landed");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Labeled(pull, "Landed", maintainer));
        await _scene.DeliverAsync(closed);
        _scene.Time.Advance(TimeSpan.FromMinutes(15));
        await _scene.Bot.SettledAsync();

        Assert.Contains("moment=thanks.first-merge ", Assert.Single(pull.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_label_the_kind_word_comes_after_ten_minutes()
    {
        await _scene.ConfigureAsync("thanks: { merged-labels: [Landed] }");
        var pull = _scene.OpenPullRequest("contributor");
        await _scene.CloseAsync(pull, _scene.GitHub.AddUser("maintainer"));
        Assert.Empty(pull.Comments);

        _scene.Time.Advance(TimeSpan.FromMinutes(11));
        await _scene.Bot.SettledAsync();

        Assert.Single(_scene.Said(pull, "thanks.not-merged"));
    }

    [Fact]
    public async Task What_landed_before_the_bot_came_counts()
    {
        var landed = _scene.OpenPullRequest("contributor");
        _scene.GitHub.AddLabel(landed, "Landed");
        _scene.GitHub.Close(landed);
        await _scene.ConfigureAsync("thanks: { merged-labels: [Landed] }");
        _scene.Time.Advance(TimeSpan.FromHours(1));
        var pull = _scene.OpenPullRequest("contributor");

        await _scene.MergeAsync(pull);

        Assert.Empty(pull.Comments);
    }

    [Fact]
    public async Task A_label_of_the_config_on_what_is_open_says_nothing()
    {
        await _scene.ConfigureAsync("thanks: { merged-labels: [Landed] }");
        var pull = _scene.OpenPullRequest("contributor");
        _scene.GitHub.AddLabel(pull, "Landed");

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Labeled(pull, "Landed"));

        Assert.Empty(_scene.Said(pull, FirstMerge));
    }

    [Fact]
    public async Task A_merge_into_another_branch_counts_but_a_backport_is_not_celebrated()
    {
        var feature = _scene.OpenPullRequest("contributor");
        feature.BaseRef = "next";
        var backport = _scene.GitHub.OpenPullRequest(_scene.Repository, _scene.GitHub.AddUser("another"), "[Backport 1.x] Make it work");
        backport.BaseRef = "1.x";

        await _scene.MergeAsync(feature);
        await _scene.MergeAsync(backport);

        Assert.Single(_scene.Said(feature, FirstMerge));
        Assert.Empty(_scene.Said(backport, FirstMerge));
    }

    [Fact]
    public async Task A_revert_is_not_celebrated_but_whoever_made_it_is_a_newcomer_no_more()
    {
        var revert = _scene.GitHub.OpenPullRequest(_scene.Repository, _scene.GitHub.AddUser("contributor"), "Revert \"Make it work\"");
        await _scene.MergeAsync(revert);
        var issue = _scene.OpenIssue("contributor");

        await _scene.DeliverAsync(issue);

        Assert.Empty(_scene.Said(revert, FirstMerge));
        Assert.Empty(issue.Comments);
    }
}
