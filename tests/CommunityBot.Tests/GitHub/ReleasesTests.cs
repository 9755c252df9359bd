using System.Text.Json;
using CommunityBot.GitHub;
using static CommunityBot.Tests.GitHub.StubGitHub;

namespace CommunityBot.Tests.GitHub;

public sealed class ReleasesTests : IAsyncLifetime
{
    private const string Route = "POST /graphql";

    private GitHubBed _bed = null!;

    public async ValueTask InitializeAsync() => _bed = await GitHubBed.StartAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Fact]
    public async Task Drafts_are_no_releases_yet()
    {
        Answer("""
            {"data":{"repository":{"releases":{"nodes":[
              {"databaseId":3,"tagName":"v3","isDraft":true,"isPrerelease":false,"publishedAt":"2026-01-03T00:00:00Z"},
              {"databaseId":4,"tagName":"v4","isDraft":false,"isPrerelease":false,"publishedAt":null},
              {"databaseId":2,"tagName":"v2-beta","isDraft":false,"isPrerelease":true,"publishedAt":"2026-01-02T00:00:00Z"},
              null,
              {"databaseId":1,"tagName":"v1","isDraft":false,"isPrerelease":false,"publishedAt":"2026-01-01T00:00:00Z"}]}}}}
            """);

        Assert.Equal([new(2, "v2-beta", true, Day(2)), new(1, "v1", false, Day(1))], await _bed.Reader.ListReleasesAsync(GitHubBed.Repository, Stop));
    }

    [Fact]
    public async Task Commits_are_read_to_the_end_with_the_people_who_had_a_part_in_them()
    {
        _bed.GitHub.On(
            Route,
            Say(200, Page("""
                {"oid":"a","message":"Pushed","author":{"user":{"login":"ann","databaseId":8}},"associatedPullRequests":{"nodes":[]}},
                {"oid":"b","message":"By nobody known","author":{"user":null},"associatedPullRequests":{"nodes":[
                  {"number":4,"mergedAt":null,"author":{"__typename":"User","login":"bob","databaseId":9},"reviews":{"nodes":[]},"closingIssuesReferences":{"nodes":[]}}]}},
                {"oid":"c","message":"By a bot","author":{"user":{"login":"helper","databaseId":7}},"associatedPullRequests":{"nodes":[
                  {"number":5,"mergedAt":"2026-01-05T00:00:00Z","author":{"__typename":"Bot","login":"helper"},"reviews":{"nodes":[]},"closingIssuesReferences":{"nodes":[]}}]}}
                """, """{"hasNextPage":true,"endCursor":"c1"}""")),
            Say(200, Page("""
                {"oid":"d","message":"Merged","author":{"user":{"login":"cat","databaseId":10}},"associatedPullRequests":{"nodes":[
                  {"number":6,"mergedAt":"2026-01-06T00:00:00Z","author":{"__typename":"User","login":"cat","databaseId":10},
                   "reviews":{"nodes":[
                     {"state":"APPROVED","author":{"__typename":"User","login":"dan","databaseId":11}},
                     {"state":"PENDING","author":{"__typename":"User","login":"eve","databaseId":12}},
                     {"state":"COMMENTED","author":{"__typename":"Bot","login":"checker"}},
                     {"state":"COMMENTED","author":null}]},
                   "closingIssuesReferences":{"nodes":[
                     {"repository":{"databaseId":11},"author":{"__typename":"User","login":"fay","databaseId":13}},
                     {"repository":{"databaseId":12},"author":{"__typename":"User","login":"gus","databaseId":14}},
                     {"repository":{"databaseId":11},"author":null}]}}]}}
                """, """{"hasNextPage":false,"endCursor":"c2"}""")));

        var (commits, isWhole) = await ReadAsync();

        Assert.True(isWhole);
        Assert.Equal(
            [("Pushed", new(8, "ann"), null), ("By nobody known", null, null), ("By a bot", null, 5), ("Merged", new Account(10, "cat"), 6)],
            commits.Select(commit => (commit.Message, commit.Author, commit.PullRequest?.Number)));
        Assert.Null(commits[2].PullRequest!.Author);
        var pull = commits[3].PullRequest!;
        Assert.Equal((Day(6), new Account(10, "cat")), (pull.MergedAt, pull.Author));
        Assert.Equal([new Account(11, "dan")], pull.Reviewers);
        Assert.Equal([new Account(13, "fay")], pull.Reporters);
        Assert.Equal(
            ["refs/tags/v1 v2 ", "refs/tags/v1 v2 c1"],
            _bed.GitHub.To(Route).Select(asked => JsonDocument.Parse(asked.Body).RootElement.GetProperty("variables")).Select(sent => $"{sent.GetProperty("base")} {sent.GetProperty("head")} {sent.GetProperty("after")}"));
    }

    [Fact]
    public async Task Of_very_many_commits_the_oldest_are_read()
    {
        Answer(Page("""{"oid":"a","message":"One of many"}""", """{"hasNextPage":true,"endCursor":"c"}"""));

        var (commits, isWhole) = await ReadAsync();

        Assert.False(isWhole);
        Assert.Equal((20, 20), (commits.Count, _bed.GitHub.To(Route).Count));
    }

    [Theory]
    [InlineData("""{"data":{"repository":{"ref":null}}}""")]
    [InlineData("""{"data":{"repository":{"ref":{"compare":null}}}}""")]
    public async Task Of_a_tag_that_is_no_more_nothing_is_known(string answer)
    {
        Answer(answer);

        Assert.Empty((await ReadAsync()).Commits);
    }

    [Fact]
    public async Task An_account_is_found_by_its_id_under_the_login_of_today()
    {
        _bed.GitHub.On("GET /user/8", Say(200, """{"id":8,"login":"anna","type":"User"}"""));
        _bed.GitHub.On("GET /user/9", Say(404, """{"message":"Not Found"}"""));

        Assert.Equal(new Account(8, "anna"), await _bed.Reader.FindPersonAsync(GitHubBed.Repository, 8, Stop));
        Assert.Null(await _bed.Reader.FindPersonAsync(GitHubBed.Repository, 9, Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Day(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.Zero);

    private static string Page(string commits, string pageInfo) =>
        $$$"""{"data":{"repository":{"ref":{"compare":{"commits":{"nodes":[{{{commits}}}],"pageInfo":{{{pageInfo}}} } } } } } }""";

    private void Answer(string body) => _bed.GitHub.On(Route, Say(200, body));

    private Task<ReleasedChanges> ReadAsync() => _bed.Reader.ReadReleasedAsync(GitHubBed.Repository, "v1", "v2", Stop);
}
