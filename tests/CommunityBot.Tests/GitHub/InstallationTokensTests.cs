using System.Net;
using CommunityBot.GitHub;
using static CommunityBot.Tests.GitHub.StubGitHub;

namespace CommunityBot.Tests.GitHub;

public sealed class InstallationTokensTests : IAsyncLifetime
{
    private const string Posted = """{"id":1,"html_url":"https://github.example/c/1"}""";

    private GitHubBed _bed = null!;

    public async ValueTask InitializeAsync() => _bed = await GitHubBed.StartAsync(also: GitHubBed.WithoutPoints);

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Fact]
    public async Task Token_is_asked_for_with_the_apps_jwt_and_used_for_many_requests()
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(201, Posted));

        await _bed.CommentAsync();
        await _bed.CommentAsync();

        Assert.Equal(_bed.Jwt.Get(), Assert.Single(_bed.GitHub.To(GitHubBed.TokenRoute)).Token);
        Assert.All(_bed.GitHub.To(GitHubBed.CommentsRoute), asked => Assert.Equal(GitHubBed.Token(1), asked.Token));
    }

    [Fact]
    public async Task Token_is_renewed_before_it_expires()
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(201, Posted));
        await _bed.CommentAsync();

        _bed.Time.Advance(TimeSpan.FromMinutes(56));
        await _bed.CommentAsync();

        Assert.Equal(GitHubBed.Token(2), _bed.GitHub.To(GitHubBed.CommentsRoute)[^1].Token);
    }

    [Fact(Timeout = StubGitHub.Hang)]
    public async Task Concurrent_callers_share_one_token_request()
    {
        var allAsked = new TaskCompletionSource();
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(201, Posted));
        var grant = _bed.Granted(TimeSpan.FromHours(1), 1);
        _bed.GitHub.On(GitHubBed.TokenRoute, async context =>
        {
            await allAsked.Task;
            await grant(context);
        });

        var comments = Enumerable.Range(0, 10).Select(_ => _bed.CommentAsync()).ToList();
        allAsked.SetResult();
        await Task.WhenAll(comments).WaitAsync(TestContext.Current.CancellationToken);

        Assert.Single(_bed.GitHub.To(GitHubBed.TokenRoute));
        Assert.Equal(10, _bed.GitHub.To(GitHubBed.CommentsRoute).Count);
    }

    [Fact(Timeout = StubGitHub.Hang)]
    public async Task Caller_who_gives_up_does_not_take_the_token_from_the_others()
    {
        using var givesUp = new CancellationTokenSource();
        var gaveUp = new TaskCompletionSource();
        var grant = _bed.Granted(TimeSpan.FromHours(1), 1);
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(201, Posted));
        _bed.GitHub.On(GitHubBed.TokenRoute, async context =>
        {
            await gaveUp.Task;
            await grant(context);
        });

        var first = _bed.Writer.CommentAsync(GitHubBed.Repository, 5, "hello", givesUp.Token);
        var second = _bed.CommentAsync();
        await givesUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(TestContext.Current.CancellationToken));
        Assert.True(first.IsCanceled);
        gaveUp.SetResult();
        await second.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Single(_bed.GitHub.To(GitHubBed.CommentsRoute));
    }

    [Fact]
    public async Task Refused_token_is_replaced_and_the_comment_sent_exactly_once_more()
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(401, """{"message":"Bad credentials"}"""), Say(201, Posted));

        Assert.Equal("https://github.example/c/1", await _bed.CommentAsync());

        var sent = _bed.GitHub.To(GitHubBed.CommentsRoute);
        Assert.Equal([GitHubBed.Token(1), GitHubBed.Token(2)], sent.Select(asked => asked.Token));
        Assert.All(sent, asked => Assert.Equal("""{"body":"hello"}""", asked.Body));
        Assert.All(sent, asked => Assert.StartsWith("application/json", asked.Headers["Content-Type"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Second_refusal_ends_the_request_and_the_next_one_asks_for_a_new_token()
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(401, """{"message":"Bad credentials"}"""));

        await Assert.ThrowsAsync<GitHubUnavailableException>(_bed.CommentAsync);
        Assert.Equal(2, _bed.GitHub.To(GitHubBed.CommentsRoute).Count);

        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(401), Say(201, Posted));
        await _bed.CommentAsync();
        Assert.Equal(GitHubBed.Token(3), _bed.GitHub.To(GitHubBed.CommentsRoute)[^1].Token);
    }

    [Theory]
    [InlineData(404, HttpStatusCode.NotFound)]
    [InlineData(403, HttpStatusCode.Forbidden)]
    public async Task Suspended_or_deleted_installation_is_a_refusal(int status, HttpStatusCode expected)
    {
        _bed.GitHub.On(GitHubBed.TokenRoute, Say(status, """{"message":"This installation has been suspended"}"""));

        var refused = await Assert.ThrowsAsync<GitHubRefusedException>(_bed.CommentAsync);

        Assert.Equal(expected, refused.Status);
        Assert.Contains("This installation has been suspended", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_bed.GitHub.To(GitHubBed.CommentsRoute));
    }

    [Fact]
    public async Task Passing_failure_of_the_token_request_is_not_kept()
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(201, Posted));
        _bed.GitHub.On(GitHubBed.TokenRoute, Say(503), _bed.Granted(TimeSpan.FromHours(1), 1));

        await Assert.ThrowsAsync<GitHubUnavailableException>(_bed.CommentAsync);

        Assert.Equal("https://github.example/c/1", await _bed.CommentAsync());
    }

    [Fact]
    public async Task Wrong_key_or_clock_is_told_to_the_operator()
    {
        _bed.GitHub.On(GitHubBed.TokenRoute, Say(401, """{"message":"A JSON web token could not be decoded"}"""));

        var failure = await Assert.ThrowsAsync<GitHubUnavailableException>(_bed.CommentAsync);

        Assert.Contains("GitHub:PrivateKey", failure.Message, StringComparison.Ordinal);
        Assert.Contains("clock", failure.Message, StringComparison.Ordinal);
        Assert.Single(_bed.GitHub.To(GitHubBed.TokenRoute));
    }

    [Fact]
    public async Task Neither_token_nor_key_nor_jwt_stands_in_an_exception_or_the_log()
    {
        _bed.GitHub.On(
            GitHubBed.CommentsRoute, Say(201, Posted), Say(500), HangUp(), Say(422, """{"message":"no"}"""), Say(200, "[]"), Say(401), Say(401), Say(429));
        await _bed.CommentAsync();
        List<string> texts = [];
        for (var failures = 0; failures < 6; failures++)
        {
            texts.Add((await Assert.ThrowsAnyAsync<Exception>(_bed.CommentAsync)).ToString());
        }

        texts.Add(_bed.Log);
        var secrets = new[] { "ghs_", _bed.Jwt.Get(), GitHubBed.PrivateKey.Split('\n')[1] };
        Assert.All(texts, text => Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)));
    }
}
