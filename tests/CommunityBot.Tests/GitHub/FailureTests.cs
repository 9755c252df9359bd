using System.Net;
using CommunityBot.GitHub;
using Microsoft.Extensions.DependencyInjection;
using static CommunityBot.Tests.GitHub.StubGitHub;

namespace CommunityBot.Tests.GitHub;

public sealed class FailureTests : IAsyncLifetime
{
    private GitHubBed _bed = null!;

    public async ValueTask InitializeAsync() => _bed = await GitHubBed.StartAsync(also: GitHubBed.WithoutPoints);

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Read_is_tried_again_after_a_fault_and_a_wait(int status)
    {
        _bed.GitHub.On(GitHubBed.PermissionRoute, Say(status), HangUp(), Say(200, """{"permission":"read","role_name":"triage"}"""));

        Assert.True(await _bed.HasTriageAsync());

        Assert.Equal(3, _bed.GitHub.To(GitHubBed.PermissionRoute).Count);
        Assert.Equal(2, _bed.Time.Waits.Count);
    }

    [Fact]
    public async Task Read_is_given_up_after_three_faults()
    {
        _bed.GitHub.On(GitHubBed.PermissionRoute, Say(500));

        await Assert.ThrowsAsync<GitHubUnavailableException>(_bed.HasTriageAsync);

        Assert.Equal(3, _bed.GitHub.To(GitHubBed.PermissionRoute).Count);
    }

    [Fact(Timeout = StubGitHub.Hang)]
    public async Task Stalled_read_is_cut_off_and_tried_again()
    {
        _bed.GitHub.On(
            GitHubBed.PermissionRoute, Stall(() => _bed.Time.Advance(TimeSpan.FromSeconds(15))), Say(200, """{"permission":"admin"}"""));

        Assert.True(await _bed.HasTriageAsync().WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = StubGitHub.Hang)]
    public async Task Stalled_body_is_cut_off_too()
    {
        await using var bed = await GitHubBed.StartAsync(also: services => services.AddHttpClient("GitHub").AddHttpMessageHandler(
            provider => new StalledBodyHandler((PromptTimeProvider)provider.GetRequiredService<TimeProvider>())));
        bed.GitHub.On(GitHubBed.PermissionRoute, Say(200, """{"permission":"admin"}"""));

        Assert.True(await bed.HasTriageAsync().WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, bed.GitHub.To(GitHubBed.PermissionRoute).Count);
    }

    public static TheoryData<string> Faults => ["500", "502", "408", "409", "hang-up", "stall", "no JSON", "other JSON"];

    [Theory(Timeout = StubGitHub.Hang)]
    [MemberData(nameof(Faults))]
    public async Task Write_that_fails_for_a_passing_reason_is_unavailable_and_never_sent_again(string fault)
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, fault switch
        {
            "hang-up" => HangUp(),
            "stall" => Stall(() => _bed.Time.Advance(TimeSpan.FromSeconds(15))),
            "no JSON" => Say(200),
            "other JSON" => Say(200, """{"unlike":"a comment"}"""),
            _ => Say(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture), "<html>"),
        });

        await Assert.ThrowsAsync<GitHubUnavailableException>(() => _bed.CommentAsync().WaitAsync(TestContext.Current.CancellationToken));

        Assert.Single(_bed.GitHub.To(GitHubBed.CommentsRoute));
    }

    [Theory]
    [InlineData(400, "Problems parsing JSON")]
    [InlineData(403, "Unable to create comment because issue is locked.")]
    [InlineData(404, "Not Found")]
    [InlineData(410, "Issues are disabled for this repo")]
    [InlineData(422, "Validation Failed")]
    [InlineData(451, "Repository access blocked")]
    public async Task Answer_that_will_not_change_is_a_refusal_with_githubs_words(int status, string message)
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(status, $$"""{"message":"{{message}}"}"""));

        var refused = await Assert.ThrowsAsync<GitHubRefusedException>(_bed.CommentAsync);

        Assert.Equal((HttpStatusCode)status, refused.Status);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Single(_bed.GitHub.To(GitHubBed.CommentsRoute));
        Assert.Null(_bed.Pauses.PausedUntil(GitHubBed.Installation));
    }

    [Fact]
    public async Task Refusal_names_the_details_and_is_short()
    {
        _bed.GitHub.On(
            GitHubBed.CommentsRoute,
            Say(422, $$"""{"message":"Validation Failed","errors":[{"resource":"IssueComment","code":"custom","message":"body is too long"},{"code":"{{new string('x', 5000)}}"}]}"""));

        var refused = await Assert.ThrowsAsync<GitHubRefusedException>(_bed.CommentAsync);

        Assert.Contains("Validation Failed; body is too long", refused.Message, StringComparison.Ordinal);
        Assert.InRange(refused.Message.Length, 1, 400);
    }

    [Fact(Timeout = StubGitHub.Hang)]
    public async Task Callers_own_cancellation_stays_one()
    {
        using var stop = new CancellationTokenSource();
        _bed.GitHub.On(GitHubBed.CommentsRoute, Stall(stop.Cancel));

        var comment = _bed.Writer.CommentAsync(GitHubBed.Repository, 5, "hello", stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => comment.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Host_that_only_fails_is_left_alone_for_a_moment_and_then_tried_again()
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(500));
        for (var request = 0; request < 50; request++)
        {
            await Assert.ThrowsAsync<GitHubUnavailableException>(_bed.CommentAsync);
        }

        var asked = _bed.GitHub.Requests.Count;
        await Assert.ThrowsAsync<GitHubUnavailableException>(_bed.CommentAsync);
        Assert.Equal(asked, _bed.GitHub.Requests.Count);

        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(201, """{"id":1,"html_url":"u"}"""));
        _bed.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("u", await _bed.CommentAsync());
    }

    [Fact]
    public async Task One_endpoint_that_fails_does_not_stop_the_others()
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(500));
        _bed.GitHub.On(GitHubBed.PermissionRoute, Say(200, """{"permission":"read"}"""));
        for (var request = 0; request < 60; request++)
        {
            await Assert.ThrowsAsync<GitHubUnavailableException>(_bed.CommentAsync);
            if (request % 5 == 0)
            {
                Assert.False(await _bed.HasTriageAsync());
            }
        }

        Assert.False(await _bed.HasTriageAsync());
    }
}
