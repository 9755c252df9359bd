using System.Globalization;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class IssueListTests : IAsyncLifetime
{
    private Caller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        var (github, author) = (_caller.GitHub, _caller.GitHub.AddUser("somebody"));
        var first = github.OpenIssue(_caller.Repository, author);
        github.AddLabel(first, "good first issue");
        github.AddLabel(first, "Bug");
        github.AddLabel(github.OpenIssue(_caller.Repository, author), "good first issue");
        github.OpenPullRequest(_caller.Repository, author);
        var assigned = github.OpenIssue(_caller.Repository, author);
        github.AddLabel(assigned, "bug");
        github.Assign(assigned, author);
        _caller.Time.Advance(TimeSpan.FromMinutes(1));
        github.Comment(first, author);
        github.Close(github.OpenIssue(_caller.Repository, author));
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Theory]
    [InlineData("", "4 3 2 1")]
    [InlineData("state=all&direction=asc", "1 2 3 4 5")]
    [InlineData("state=closed", "5")]
    [InlineData("labels=good%20first%20issue", "2 1")]
    [InlineData("labels=good+first+issue,bug", "1")]
    [InlineData("labels=unknown", "")]
    [InlineData("assignee=none", "3 2 1")]
    [InlineData("labels=bug&assignee=none", "1")]
    [InlineData("sort=updated&state=all", "5 1 4 3 2")]
    [InlineData("sort=updated&direction=asc&per_page=2", "2 3")]
    [InlineData("sort=created&direction=asc&per_page=2&page=2", "3 4")]
    public async Task Issues_and_pull_requests_are_filtered_and_sorted(string query, string expected)
    {
        var items = await _caller.GetArrayAsync($"repos/octo/hello/issues?{query}");

        Assert.Equal(expected, string.Join(' ', items.Select(item => item!["number"])));
    }

    [Theory]
    [InlineData(0, "1 5")]
    [InlineData(1, "")]
    public async Task What_changed_at_a_moment_or_later_is_asked_for(int seconds, string expected)
    {
        var since = _caller.Time.GetUtcNow().AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        var items = await _caller.GetArrayAsync($"repos/octo/hello/issues?state=all&sort=updated&direction=asc&since={since}");

        Assert.Equal(expected, string.Join(' ', items.Select(item => item!["number"])));
    }

    [Fact]
    public async Task Issues_are_for_who_may_read_them()
    {
        _caller.Installation.Permissions.TryRemove("issues", out _);

        Assert.Equal(403, await _caller.GetStatusAsync("repos/octo/hello/issues"));
    }

    [Theory]
    [InlineData("milestone=1")]
    [InlineData("sort=comments")]
    [InlineData("assignee=somebody")]
    public async Task A_filter_that_is_not_known_fails_the_test_that_asks_for_it(string query)
    {
        await using var github = await SimulatedGitHub.StartAsync();
        var installation = github.AddInstallation("octo");
        github.AddRepository(installation, "octo", "hello");
        using var client = new HttpClient { BaseAddress = github.ApiUrl };
        client.DefaultRequestHeaders.Authorization = new("Bearer", github.IssueToken(installation));

        await client.GetAsync(new Uri($"repos/octo/hello/issues?{query}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains(query, Assert.Throws<InvalidOperationException>(github.AssertNoUnknownRoutes).Message, StringComparison.Ordinal);
    }
}
