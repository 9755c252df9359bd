using System.Text.Json;
using CommunityBot.GitHub;
using static CommunityBot.Tests.GitHub.StubGitHub;

namespace CommunityBot.Tests.GitHub;

public sealed class GraphQLTests : IAsyncLifetime
{
    private const string Route = "POST /graphql";
    private const string Marker = "<!-- community-bot moment=welcome.first-discussion key=1 -->";

    private GitHubBed _bed = null!;

    public async ValueTask InitializeAsync() => _bed = await GitHubBed.StartAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Fact]
    public async Task Comment_arrives_as_it_was_written()
    {
        const string Body = "“quotes”, \"these\" too,\nlines, <b>, &, $input, 你好, 👋";
        Answer("""{"data":{"addDiscussionComment":{"comment":{"url":"https://github.example/c/1"}}}}""");

        Assert.Equal("https://github.example/c/1", await CommentAsync(Body));

        using var sent = JsonDocument.Parse(Assert.Single(_bed.GitHub.To(Route)).Body);
        var input = sent.RootElement.GetProperty("variables").GetProperty("input");
        Assert.Equal(("D_5", Body), (input.GetProperty("discussionId").GetString(), input.GetProperty("body").GetString()));
    }

    [Fact]
    public async Task At_an_Enterprise_Server_it_stands_beside_the_REST_interface()
    {
        await using var bed = await GitHubBed.StartAsync(root: "api/v3/");
        bed.GitHub.On("POST /api/v3/app/installations/7/access_tokens", bed.Granted(TimeSpan.FromHours(1), 1));
        bed.GitHub.On("POST /api/graphql", Say(200, """{"data":{"node":{"closed":false,"locked":true}}}"""));

        Assert.Equal(
            new ItemState(IsOpen: true, IsLocked: true), await bed.Reader.ReadDiscussionStateAsync(GitHubBed.Repository, "D_5", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("NOT_FOUND", 404)]
    [InlineData("FORBIDDEN", 403)]
    [InlineData("INSUFFICIENT_SCOPES", 403)]
    [InlineData("UNPROCESSABLE", 422)]
    public async Task What_will_not_change_is_a_refusal(string type, int status)
    {
        Answer($$"""{"data":{"addDiscussionComment":null},"errors":[{"type":"{{type}}","path":["addDiscussionComment"],"message":"No."}]}""");

        var refusal = await Assert.ThrowsAsync<GitHubRefusedException>(() => CommentAsync("hello"));

        Assert.Equal((status, $"GitHub answered {status}: No."), ((int)refusal.Status, refusal.Message));
    }

    [Theory]
    [InlineData("""{"data":null,"errors":[{"message":"Something went wrong while executing your query."}]}""")]
    [InlineData("""{"errors":[{"type":"SERVICE_UNAVAILABLE","message":"later"}]}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{"addDiscussionComment":null}}""")]
    [InlineData("""{"data":{"addDiscussionComment":{"comment":{"url":null}}}}""")]
    public async Task Anything_else_may_pass_and_leaves_it_unknown_what_was_done(string answer)
    {
        Answer(answer);

        await Assert.ThrowsAsync<GitHubUnavailableException>(() => CommentAsync("hello"));
    }

    [Theory]
    [InlineData("RATE_LIMITED")]
    [InlineData("RATE_LIMIT")]
    public async Task Used_up_limit_comes_with_status_200_and_pauses_until_its_reset(string type)
    {
        var reset = _bed.Time.GetUtcNow().AddMinutes(20);
        _bed.GitHub.On(Route, Say(
            200,
            $$"""{"errors":[{"type":"{{type}}","message":"API rate limit already exceeded"}]}""",
            "x-ratelimit-remaining: 0",
            FormattableString.Invariant($"x-ratelimit-reset: {reset.ToUnixTimeSeconds()}"),
            $"date: {_bed.Time.GetUtcNow():R}"));

        var pause = await Assert.ThrowsAsync<GitHubPausedException>(() => CommentAsync("hello"));

        Assert.InRange(pause.Until, reset.AddSeconds(-1), reset.AddSeconds(1));
        await Assert.ThrowsAsync<GitHubPausedException>(_bed.HasTriageAsync);
        Assert.Single(_bed.GitHub.To(Route));
    }

    [Theory]
    [InlineData("""{"type":"RATE_LIMITED","message":"API rate limit exceeded"}""")]
    [InlineData("""{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}""")]
    public async Task Limit_that_names_no_time_pauses_for_a_minute(string error)
    {
        Answer($$"""{"errors":[{{error}}]}""");

        var pause = await Assert.ThrowsAsync<GitHubPausedException>(() => CommentAsync("hello"));

        Assert.Equal(_bed.Time.GetUtcNow().AddMinutes(1), pause.Until, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(true, "Hello\n\n" + Marker, true)]
    [InlineData(true, "Hello\n\n" + Marker + "\r\n ", true)]
    [InlineData(true, "> " + Marker + "\nas they said", false)]
    [InlineData(false, "Hello\n\n" + Marker, false)]
    public async Task Own_comment_is_the_Apps_and_ends_with_the_marker(bool own, string body, bool found)
    {
        Answer(Page(own, body, createdAt: "2026-11-02T08:30:00Z", hasPreviousPage: false));

        Assert.Equal(found ? "u" : null, await FindAsync());
    }

    [Fact]
    public async Task Own_comment_is_looked_for_from_the_end_and_no_further_back_than_it_can_be()
    {
        _bed.GitHub.On(
            Route,
            Say(200, Page(own: true, "another", createdAt: "2026-11-02T08:30:00Z", hasPreviousPage: true)),
            Say(200, Page(own: true, "another", createdAt: "2026-11-02T07:30:00Z", hasPreviousPage: true)),
            Say(200, Page(own: true, Marker, createdAt: "2026-11-02T06:30:00Z", hasPreviousPage: false)));

        Assert.Null(await FindAsync());

        Assert.Equal([null, "c"], _bed.GitHub.To(Route).Select(asked => JsonDocument.Parse(asked.Body).RootElement.GetProperty("variables").GetProperty("before").GetString()));
    }

    [Fact]
    public async Task Discussion_that_is_gone_has_no_comments()
    {
        Answer("""{"data":{"node":null}}""");

        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task History_of_an_account_is_asked_by_node_ids()
    {
        Answer("""{"data":{"node":{"repositoryDiscussions":{"nodes":[{"number":3,"createdAt":"2026-01-03T00:00:00Z"},null]}}}}""");

        var found = await _bed.Reader.ListDiscussionsAsync(GitHubBed.Repository, new("U_9", "R_11"), TestContext.Current.CancellationToken);

        Assert.Equal([new AuthoredDiscussion(3, new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero))], found);
        Assert.Contains("""{"author":"U_9","repository":"R_11"}""", _bed.GitHub.To(Route)[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+1", "THUMBS_UP")]
    [InlineData("-1", "THUMBS_DOWN")]
    [InlineData("heart", "HEART")]
    public async Task Reaction_is_spelled_as_GraphQL_does(string content, string spelled)
    {
        Answer("""{"data":{"addReaction":{"reaction":{"content":"HEART"}}}}""");

        await _bed.Writer.ReactToDiscussionAsync(GitHubBed.Repository, "D_5", content, TestContext.Current.CancellationToken);

        Assert.Contains($$"""{"subjectId":"D_5","content":"{{spelled}}"}""", _bed.GitHub.To(Route)[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Label_that_the_repository_does_not_have_is_made()
    {
        _bed.GitHub.On(
            Route,
            Say(200, """{"data":{"repository":{"label":{"id":"LA_1"}}}}"""),
            Say(200, """{"data":{"repository":{"label":null}}}"""),
            Say(200, """{"data":{"addLabelsToLabelable":{"clientMutationId":null}}}"""));
        _bed.GitHub.On("POST /repos/octo/hello/labels", Say(201, """{"node_id":"LA_2","name":"newcomer"}"""));

        await _bed.Writer.AddDiscussionLabelsAsync(GitHubBed.Repository, "D_5", ["question", "newcomer"], TestContext.Current.CancellationToken);

        Assert.Equal("""{"name":"newcomer"}""", Assert.Single(_bed.GitHub.To("POST /repos/octo/hello/labels")).Body);
        Assert.Contains("""{"labelableId":"D_5","labelIds":["LA_1","LA_2"]}""", _bed.GitHub.To(Route)[^1].Body, StringComparison.Ordinal);
    }

    private void Answer(string body) => _bed.GitHub.On(Route, Say(200, body));

    private Task<string> CommentAsync(string body) =>
        _bed.Writer.CommentOnDiscussionAsync(GitHubBed.Repository, "D_5", body, TestContext.Current.CancellationToken);

    private Task<string?> FindAsync() => _bed.Writer.FindOwnDiscussionCommentAsync(
        GitHubBed.Repository, "D_5", Marker, new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken);

    private static string Page(bool own, string body, string createdAt, bool hasPreviousPage) => $$"""
        {"data":{"node":{"comments":{
          "nodes":[{"url":"u","body":{{JsonSerializer.Serialize(body)}},"createdAt":"{{createdAt}}","viewerDidAuthor":{{(own ? "true" : "false")}} }],
          "pageInfo":{"hasPreviousPage":{{(hasPreviousPage ? "true" : "false")}},"startCursor":"c"} } } } }
        """;
}
