using System.Net;
using CommunityBot.GitHub;
using static CommunityBot.Tests.GitHub.StubGitHub;

namespace CommunityBot.Tests.GitHub;

/// <summary>What is done at GitHub beside saying something.</summary>
public sealed class ActTests : IAsyncLifetime
{
    private const string Item = "/repos/octo/hello/issues/5";
    private const string Assignees = $"{Item}/assignees";
    private const string Comment = "/repos/octo/hello/issues/comments/8";

    private GitHubBed _bed = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bed = await GitHubBed.StartAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Fact]
    public async Task Who_is_assigned_is_who_GitHub_says_is_assigned()
    {
        _bed.GitHub.On($"POST {Assignees}", Say(201, """{"assignees":[{"id":1,"login":"Ann"}]}"""));

        await _bed.Writer.AssignAsync(GitHubBed.Repository, 5, "ann", Stop);
        var refused = await Assert.ThrowsAsync<GitHubRefusedException>(() => _bed.Writer.AssignAsync(GitHubBed.Repository, 5, "bob", Stop));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, """{"assignees":["bob"]}"""), (refused.Status, _bed.GitHub.Requests[^1].Body));
        Assert.Contains("bob cannot be assigned", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_taken_off_by_name()
    {
        _bed.GitHub.On($"DELETE {Assignees}", Say(200, """{"assignees":[]}"""));

        await _bed.Writer.UnassignAsync(GitHubBed.Repository, 5, "ann", Stop);

        Assert.Equal("""{"assignees":["ann"]}""", _bed.GitHub.Requests[^1].Body);
        Assert.StartsWith("application/json", _bed.GitHub.Requests[^1].Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not_planned", """{"state_reason":"not_planned","state":"closed"}""")]
    [InlineData(null, """{"state":"closed"}""")]
    public async Task Closing_names_a_reason_only_if_there_is_one(string? reason, string body)
    {
        _bed.GitHub.On($"PATCH {Item}", Say(200, """{"number":5}"""));

        await _bed.Writer.CloseAsync(GitHubBed.Repository, 5, reason, Stop);

        Assert.Equal(body, _bed.GitHub.Requests[^1].Body);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_comment_that_is_gone_is_deleted(int status)
    {
        _bed.GitHub.On($"DELETE {Comment}", Say(status, status == 204 ? "" : """{"message":"Not Found"}"""));

        await _bed.Writer.DeleteCommentAsync(GitHubBed.Repository, 8, Stop);

        Assert.Single(_bed.GitHub.To($"DELETE {Comment}"));
    }

    [Fact]
    public async Task A_change_that_fails_says_so_as_everything_does()
    {
        _bed.GitHub.On($"DELETE {Comment}", Say(403, """{"message":"Resource not accessible by integration"}"""), HangUp());
        _bed.GitHub.On($"PATCH {Item}", Say(502), Say(422, """{"message":"Validation Failed"}"""));

        await Assert.ThrowsAsync<GitHubRefusedException>(() => _bed.Writer.DeleteCommentAsync(GitHubBed.Repository, 8, Stop));
        await Assert.ThrowsAsync<GitHubUnavailableException>(() => _bed.Writer.DeleteCommentAsync(GitHubBed.Repository, 8, Stop));
        await Assert.ThrowsAsync<GitHubUnavailableException>(() => _bed.Writer.CloseAsync(GitHubBed.Repository, 5, null, Stop));
        await Assert.ThrowsAsync<GitHubRefusedException>(() => _bed.Writer.CloseAsync(GitHubBed.Repository, 5, null, Stop));
        Assert.Equal(2, _bed.GitHub.To($"DELETE {Comment}").Count);
    }

    [Theory]
    [InlineData(CommentKind.Issue, "/repos/octo/hello/issues/comments/8/reactions", """{"content":"rocket"}""")]
    [InlineData(CommentKind.Review, "/repos/octo/hello/pulls/comments/8/reactions", """{"content":"rocket"}""")]
    [InlineData(CommentKind.Discussion, "/graphql", "\"variables\":{\"input\":{\"subjectId\":\"DC_8\",\"content\":\"ROCKET\"}}")]
    public async Task A_reaction_goes_to_the_kind_of_comment_that_it_is(CommentKind kind, string path, string sent)
    {
        _bed.GitHub.On($"POST {path}", Say(200, kind == CommentKind.Discussion ? """{"data":{}}""" : """{"id":1}"""));

        await _bed.Writer.ReactToCommentAsync(GitHubBed.Repository, new(kind, 8, "DC_8"), "rocket", Stop);

        Assert.Contains(sent, Assert.Single(_bed.GitHub.To($"POST {path}")).Body, StringComparison.Ordinal);
    }
}
