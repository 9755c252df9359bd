using System.Globalization;
using CommunityBot.GitHub;
using static CommunityBot.Tests.GitHub.StubGitHub;

namespace CommunityBot.Tests.GitHub;

public sealed class GitHubReaderTests : IAsyncLifetime
{
    private const string IssuesRoute = "GET /repos/octo/hello/issues";

    private GitHubBed _bed = null!;

    public async ValueTask InitializeAsync() => _bed = await GitHubBed.StartAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Fact]
    public async Task History_tells_issues_from_pull_requests_and_when_they_were_merged()
    {
        _bed.GitHub.On(IssuesRoute, Say(200, """
            [{"number":1,"title":"a","user":{"id":9,"login":"ann","type":"User"},"created_at":"2026-01-02T03:04:05Z"},
             {"number":2,"user":{"id":9,"type":"User"},"created_at":"2026-01-03T00:00:00Z","pull_request":{"url":"x","merged_at":"2026-01-04T00:00:00Z"}},
             {"number":3,"user":null,"created_at":"2026-01-03T00:00:00Z"},
             {"number":4,"user":{"id":8,"type":"User"},"created_at":"2026-01-05T00:00:00Z","pull_request":{"merged_at":null},"closed_at":"2026-01-06T00:00:00Z","labels":[{"name":"Merged"}]}]
            """));

        var items = await ListAsync("ann").ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                (1, 9L, false, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), (DateTimeOffset?)null, (DateTimeOffset?)null, ""),
                (2, 9L, true, Day(3), Day(4), null, ""),
                (4, 8L, true, Day(5), null, Day(6), "Merged"),
            ],
            items.Select(item => (item.Number, item.AuthorId, item.IsPullRequest, item.OpenedAt, item.MergedAt, item.ClosedAt, string.Concat(item.Labels))));
        Assert.Equal("?creator=ann&state=all&sort=created&direction=asc&per_page=100", Assert.Single(_bed.GitHub.To(IssuesRoute)).Query);
    }

    [Fact]
    public async Task History_is_read_page_by_page_at_the_addresses_that_GitHub_names()
    {
        const string NextPage = "/repositories/11/issues";
        _bed.GitHub.On(IssuesRoute, Say(200, Page(1, 100), $"link: <{_bed.GitHub.Address}repositories/11/issues?page=2>; rel=\"next\", <{_bed.GitHub.Address}x>; rel=\"last\""));
        _bed.GitHub.On("GET " + NextPage, Say(200, Page(101, 3), $"link: <{_bed.GitHub.Address}repositories/11/issues?page=1>; rel=\"prev\""));

        var all = await ListAsync("ann").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 103), all.Select(item => item.Number));
        var next = Assert.Single(_bed.GitHub.To("GET " + NextPage));
        Assert.Equal("?page=2", next.Query);
        Assert.Equal(GitHubBed.Token(1), next.Token);
    }

    [Fact]
    public async Task Login_of_an_app_is_escaped()
    {
        _bed.GitHub.On(IssuesRoute, Say(200, "[]"));

        Assert.Empty(await ListAsync("some&app[bot]").ToListAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith("?creator=some%26app%5Bbot%5D&", _bed.GitHub.To(IssuesRoute)[0].Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"permission":"admin","role_name":"admin"}""", true)]
    [InlineData("""{"permission":"write","role_name":"maintain"}""", true)]
    [InlineData("""{"permission":"write","role_name":"write"}""", true)]
    [InlineData("""{"permission":"read","role_name":"triage"}""", true)]
    [InlineData("""{"permission":"read","role_name":"read"}""", false)]
    [InlineData("""{"permission":"none","role_name":"none"}""", false)]
    [InlineData("""{"permission":"write","role_name":"release team"}""", true)]
    [InlineData("""{"permission":"read","role_name":"translators"}""", false)]
    [InlineData("""{"permission":"read","role_name":"gardeners","user":{"permissions":{"pull":true,"triage":true,"push":false}}}""", true)]
    [InlineData("""{"permission":"read","role_name":"read","user":{"permissions":{"pull":true,"triage":false}}}""", false)]
    [InlineData("""{"permission":"write"}""", true)]
    [InlineData("""{"permission":"read","user":null}""", false)]
    public async Task Triage_is_read_from_the_role(string answer, bool expected)
    {
        _bed.GitHub.On(GitHubBed.PermissionRoute, Say(200, answer));

        Assert.Equal(expected, await _bed.HasTriageAsync());
    }

    [Theory]
    [InlineData(403, "Resource not accessible by integration")]
    [InlineData(404, "ann is not a user")]
    public async Task Refused_question_about_triage_is_no_answer(int status, string message)
    {
        _bed.GitHub.On(GitHubBed.PermissionRoute, Say(status, $$"""{"message":"{{message}}"}"""));

        await Assert.ThrowsAsync<GitHubRefusedException>(_bed.HasTriageAsync);
    }

    [Fact]
    public async Task Installation_is_dated_by_asking_as_the_app()
    {
        _bed.GitHub.On("GET /app/installations/7", Say(200, """{"id":7,"created_at":"2026-01-03T00:00:00Z"}"""), Say(404, """{"message":"Not Found"}"""));

        Assert.Equal(Day(3), await _bed.Reader.GetInstalledAtAsync(7, TestContext.Current.CancellationToken));
        Assert.Null(await _bed.Reader.GetInstalledAtAsync(7, TestContext.Current.CancellationToken));
        Assert.All(_bed.GitHub.Requests, asked => Assert.Equal(_bed.Jwt.Get(), asked.Token));
    }

    [Fact]
    public async Task Changed_files_are_told_with_what_they_were_called_and_what_changed_in_them()
    {
        _bed.GitHub.On("GET /repos/octo/hello/pulls/5/files", Say(200, """
            [{"filename":"OWNERS","status":"modified","patch":"@@ -1 +1 @@\n-a\n+b"},{"filename":"mode","status":"changed"},{"filename":"new","status":"added","patch":"@@ -0,0 +1 @@\n+a"},
             {"filename":"there","status":"renamed","previous_filename":"here"},{"filename":"gone","status":"removed"}]
            """));

        var files = await _bed.Reader.ListChangedFilesAsync(GitHubBed.Repository, 5, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                new("OWNERS", IsModified: true) { Patch = "@@ -1 +1 @@\n-a\n+b" },
                new("mode", IsModified: true),
                new("new", IsModified: false) { Patch = "@@ -0,0 +1 @@\n+a" },
                new("there", IsModified: false) { FormerPath = "here" },
                new("gone", IsModified: false),
            ],
            files);
    }

    [Fact]
    public async Task Path_of_a_file_is_escaped_but_for_its_folders()
    {
        _bed.GitHub.On("GET /repos/octo/hello/contents/c%23/a%20b%3F/OWNERS", Say(200, """{"type":"file","size":1,"content":"YQ=="}"""));

        var file = await _bed.Reader.ReadFileAsync(GitHubBed.Repository, "c#/a b?/OWNERS", "main", etag: null, TestContext.Current.CancellationToken);

        Assert.Equal("a", file.Text);
    }

    private async IAsyncEnumerable<AuthoredItem> ListAsync(string login)
    {
        Uri? next = null;
        do
        {
            (var items, next) = await _bed.Reader.ReadAuthoredAsync(GitHubBed.Repository, login, next, TestContext.Current.CancellationToken);
            foreach (var item in items)
            {
                yield return item;
            }
        }
        while (next is not null);
    }

    private static DateTimeOffset Day(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.Zero);

    private static string Page(int first, int count)
        => "[" + string.Join(',', Enumerable.Range(first, count).Select(number => string.Create(
            CultureInfo.InvariantCulture, $$"""{"number":{{number}},"user":{"id":9,"type":"User"},"created_at":"2026-01-03T00:00:00Z"}"""))) + "]";
}
