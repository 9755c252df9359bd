using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Ledger;

/// <summary>Who is new, when much happened of which nothing was said.</summary>
public sealed class HistoryTests : IAsyncLifetime
{
    private const string Config = ".github/community-bot.yml";

    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Who_had_a_pull_request_merged_since_the_bot_came_is_no_newcomer()
    {
        var pull = _scene.OpenPullRequest("contributor");
        await _scene.DeliverAsync(pull);
        _scene.GitHub.Merge(pull);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Closed(pull));
        var issue = _scene.OpenIssue("contributor");

        await _scene.DeliverAsync(issue);

        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task A_pull_request_that_was_closed_without_a_merge_changes_nothing()
    {
        var pull = _scene.OpenPullRequest("contributor");
        await _scene.DeliverAsync(pull);
        _scene.GitHub.Close(pull);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Closed(pull));
        var issue = _scene.OpenIssue("contributor");

        await _scene.DeliverAsync(issue);

        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task What_was_opened_while_the_bot_was_off_counts()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("contributor"));
        await _scene.ConfigureAsync("mode: \"off\"\n");
        await _scene.DeliverAsync(_scene.OpenPullRequest("contributor"));
        await _scene.ConfigureAsync("mode: on\n");
        var pull = _scene.OpenPullRequest("contributor");

        await _scene.DeliverAsync(pull);

        Assert.Empty(pull.Comments);
    }

    [Fact]
    public async Task The_config_is_checked_where_the_bot_was_off_until_now()
    {
        await _scene.ConfigureAsync("mode: \"off\"\n");
        var pull = _scene.GitHub.OpenPullRequest(_scene.Repository, _scene.GitHub.AddUser("maintainer"), association: "MEMBER");
        _scene.GitHub.PutFile(pull, Config, "mode: on\n");

        await _scene.DeliverAsync(pull);

        Assert.Contains(_scene.Repository.CheckRuns, run => run.HeadSha == pull.HeadSha && run.Conclusion == "success");
    }

    [Fact]
    public async Task What_was_done_between_two_installations_counts()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("contributor"));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoriesRemoved(_scene.Installation, _scene.Repository));
        _scene.GitHub.Merge(_scene.OpenPullRequest("contributor"));
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoriesAdded(_scene.Installation, _scene.Repository));
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        var pull = _scene.OpenPullRequest("contributor");

        await _scene.DeliverAsync(pull);

        Assert.Empty(pull.Comments);
    }
}
