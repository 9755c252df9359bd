using System.Text.Json;
using static CommunityBot.Tests.GitHub.StubGitHub;

namespace CommunityBot.Tests.GitHub;

public sealed class GitHubWriterTests : IAsyncLifetime
{
    private const string ListRoute = "GET /repos/octo/hello/issues/5/comments";
    private const string Marker = "<!-- community-bot moment=welcome.first-issue key=1 -->";

    private GitHubBed _bed = null!;

    public async ValueTask InitializeAsync() => _bed = await GitHubBed.StartAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Theory]
    [InlineData("Bot", "Hello\n\n" + Marker, true)]
    [InlineData("Bot", "Hello\n\n" + Marker + "\r\n ", true)]
    [InlineData("Bot", "> " + Marker + "\nas they said", false)]
    [InlineData("User", "Hello\n\n" + Marker, false)]
    [InlineData("Bot", null, false)]
    public async Task Own_comment_is_a_bots_that_ends_with_the_marker(string type, string? body, bool found)
    {
        _bed.GitHub.On(ListRoute, Say(200, $$"""
            [{"id":1,"html_url":"u","body":{{JsonSerializer.Serialize(body)}},"user":{"id":1,"type":"{{type}}" } },
             {"id":1,"html_url":"v","body":"{{Marker}}","user":null}]
            """));

        Assert.Equal(found ? "u" : null, await FindAsync());
    }

    [Fact]
    public async Task Own_comment_is_looked_for_on_all_pages_since_a_moment()
    {
        _bed.GitHub.On(
            ListRoute,
            Say(200, "[]", $"link: <{_bed.GitHub.Address}repos/octo/hello/issues/5/comments?page=2>; rel=\"next\""),
            Say(200, $$"""[{"id":1,"html_url":"u","body":"{{Marker}}","user":{"id":1,"type":"Bot"} }]"""));

        Assert.Equal("u", await FindAsync());

        Assert.Equal(["?since=2026-11-02T08:00:00Z&per_page=100", "?page=2"], _bed.GitHub.To(ListRoute).Select(asked => asked.Query));
    }

    [Fact]
    public async Task Comment_arrives_as_it_was_written()
    {
        const string Body = "“quotes”, \"these\" too,\nlines, <b>, &, 你好, 👋";

        Assert.Equal(Body, await PostAsync(Body));
    }

    [Fact]
    public async Task Half_a_character_does_not_stop_a_comment() => Assert.Equal("half a \ufffd", await PostAsync("half a \ud83d"));

    [Theory]
    [InlineData(201)]
    [InlineData(200)]
    public async Task Reaction_may_be_there_already(int status)
    {
        _bed.GitHub.On("POST /repos/octo/hello/issues/5/reactions", Say(status, """{"id":1,"content":"heart"}"""));

        await _bed.Writer.ReactAsync(GitHubBed.Repository, 5, "heart", TestContext.Current.CancellationToken);

        Assert.Equal("""{"content":"heart"}""", _bed.GitHub.Requests[^1].Body);
    }

    private async Task<string?> PostAsync(string body)
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(201, """{"id":1,"html_url":"https://github.example/c/1","user":{"id":1,"type":"Bot"}}"""));
        Assert.Equal("https://github.example/c/1", await _bed.Writer.CommentAsync(GitHubBed.Repository, 5, body, TestContext.Current.CancellationToken));
        using var sent = JsonDocument.Parse(Assert.Single(_bed.GitHub.To(GitHubBed.CommentsRoute)).Body);
        return sent.RootElement.GetProperty("body").GetString();
    }

    private Task<string?> FindAsync()
        => _bed.Writer.FindOwnCommentAsync(GitHubBed.Repository, 5, Marker, _bed.Time.GetUtcNow().AddHours(-1), TestContext.Current.CancellationToken);
}
