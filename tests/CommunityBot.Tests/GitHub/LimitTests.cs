using System.Globalization;
using CommunityBot.GitHub;
using Microsoft.AspNetCore.Http;
using static CommunityBot.Tests.GitHub.StubGitHub;

namespace CommunityBot.Tests.GitHub;

public sealed class LimitTests : IAsyncLifetime
{
    private const string Secondary = """{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}""";

    private GitHubBed _bed = null!;

    private DateTimeOffset Now => _bed.Time.GetUtcNow();

    public async ValueTask InitializeAsync() => _bed = await GitHubBed.StartAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task Retry_after_is_obeyed(int status)
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(status, Secondary, "retry-after: 90"));

        var paused = await Assert.ThrowsAsync<GitHubPausedException>(_bed.CommentAsync);

        Assert.Equal(GitHubBed.Installation, paused.InstallationId);
        Assert.Equal(Now.AddSeconds(90), paused.Until);
    }

    [Theory]
    [InlineData("86401")]
    [InlineData("2147483647")]
    [InlineData("Thu, 31 Dec 2099 23:59:59 GMT")]
    public async Task Retry_after_is_obeyed_for_a_day_at_most(string retryAfter)
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(429, "", $"retry-after: {retryAfter}"));

        Assert.Equal(Now.AddDays(1), (await Assert.ThrowsAsync<GitHubPausedException>(_bed.CommentAsync)).Until);
    }

    [Fact]
    public async Task Reset_counts_from_the_answers_own_clock()
    {
        var theirs = Now.AddMinutes(-20);
        _bed.GitHub.On(
            GitHubBed.CommentsRoute,
            Say(403, """{"message":"API rate limit exceeded"}""", $"date: {theirs:R}", "x-ratelimit-remaining: 0", $"x-ratelimit-reset: {Seconds(theirs.AddMinutes(12))}"));

        var paused = await Assert.ThrowsAsync<GitHubPausedException>(_bed.CommentAsync);

        Assert.Equal(Now.AddMinutes(12), paused.Until);
    }

    [Theory]
    [InlineData(403, Secondary)]
    [InlineData(403, """{"message":"You have triggered an abuse detection mechanism."}""")]
    [InlineData(429, "")]
    public async Task Limit_without_a_time_means_a_minute_and_twice_as_long_each_time_it_comes_again(int status, string body)
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(status, body));

        foreach (var minutes in new[] { 1, 2, 4, 8, 10, 10 })
        {
            var paused = await Assert.ThrowsAsync<GitHubPausedException>(_bed.CommentAsync);
            Assert.Equal(Now.AddMinutes(minutes), paused.Until);
            _bed.Time.Advance(TimeSpan.FromMinutes(minutes));
        }

        _bed.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Now.AddMinutes(1), (await Assert.ThrowsAsync<GitHubPausedException>(_bed.CommentAsync)).Until);
    }

    [Fact]
    public async Task Nothing_is_asked_while_paused_and_all_is_again_afterwards()
    {
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(429, "", "retry-after: 60"), Say(201, """{"id":1,"html_url":"u"}"""));
        await Assert.ThrowsAsync<GitHubPausedException>(_bed.CommentAsync);
        var asked = _bed.GitHub.Requests.Count;

        await Assert.ThrowsAsync<GitHubPausedException>(_bed.CommentAsync);
        await Assert.ThrowsAsync<GitHubPausedException>(_bed.HasTriageAsync);
        Assert.Equal(asked, _bed.GitHub.Requests.Count);

        _bed.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("u", await _bed.CommentAsync());
    }

    [Fact]
    public async Task The_last_tenth_of_an_hour_is_kept_for_what_somebody_waits_for()
    {
        var reset = Now.AddMinutes(20);
        _bed.GitHub.On(GitHubBed.PermissionRoute, Permit(501, reset), Permit(500, reset), Permit(499, reset), Permit(4_999, reset.AddHours(1)));
        await _bed.HasTriageAsync();
        await _bed.HasTriageAsync();

        var kept = await Assert.ThrowsAsync<GitHubPausedException>(_bed.HasTriageAsync);
        Assert.True(kept.IsReserve);
        Assert.Equal(reset, kept.Until);
        await AwaitedAsync();
        Assert.Equal(3, _bed.GitHub.To(GitHubBed.PermissionRoute).Count);
        await Assert.ThrowsAsync<GitHubPausedException>(_bed.HasTriageAsync);

        _bed.Time.Advance(TimeSpan.FromMinutes(20));
        await _bed.HasTriageAsync();

        async Task AwaitedAsync()
        {
            RequestBudget.Begin(RequestUrgency.Awaited);
            await _bed.HasTriageAsync();
        }

        Func<HttpContext, Task> Permit(int remaining, DateTimeOffset reset) => Say(
            200, """{"permission":"read","role_name":"read"}""", $"date: {Now:R}", "x-ratelimit-limit: 5000", $"x-ratelimit-remaining: {remaining}", $"x-ratelimit-reset: {Seconds(reset)}");
    }

    [Fact]
    public async Task Pause_that_was_kept_elsewhere_holds_from_the_first_request_on()
    {
        await _bed.Pauses.PauseAsync(GitHubBed.Installation, Now.AddMinutes(3));

        var paused = await Assert.ThrowsAsync<GitHubPausedException>(_bed.CommentAsync);

        Assert.Equal(Now.AddMinutes(3), paused.Until);
        Assert.Empty(_bed.GitHub.Requests);
    }

    [Fact]
    public async Task Other_installations_go_on()
    {
        await _bed.Pauses.PauseAsync(8, Now.AddMinutes(3));
        _bed.GitHub.On(GitHubBed.CommentsRoute, Say(201, """{"id":1,"html_url":"u"}"""));

        Assert.Equal("u", await _bed.CommentAsync());
        Assert.Null(_bed.Pauses.PausedUntil(GitHubBed.Installation));
    }

    [Fact]
    public async Task Success_that_was_the_last_one_allowed_pauses_until_the_reset()
    {
        _bed.GitHub.On(
            GitHubBed.CommentsRoute,
            Say(201, """{"id":1,"html_url":"u"}""", $"date: {Now:R}", "x-ratelimit-remaining: 0", $"x-ratelimit-reset: {Seconds(Now.AddMinutes(5))}"));

        Assert.Equal("u", await _bed.CommentAsync());

        Assert.Equal(Now.AddMinutes(5), _bed.Pauses.PausedUntil(GitHubBed.Installation));
    }

    [Fact]
    public async Task Limit_is_not_tried_again_for_a_read_either()
    {
        _bed.GitHub.On(GitHubBed.PermissionRoute, Say(403, Secondary));

        await Assert.ThrowsAsync<GitHubPausedException>(_bed.HasTriageAsync);

        Assert.Single(_bed.GitHub.To(GitHubBed.PermissionRoute));
    }

    [Fact]
    public async Task Unavailable_host_that_names_a_time_is_left_alone_until_then()
    {
        _bed.GitHub.On(GitHubBed.PermissionRoute, Say(503, "", "retry-after: 30"));

        var paused = await Assert.ThrowsAsync<GitHubPausedException>(_bed.HasTriageAsync);

        Assert.Equal(Now.AddSeconds(30), paused.Until);
        Assert.Single(_bed.GitHub.To(GitHubBed.PermissionRoute));
    }

    [Fact]
    public async Task Limit_on_the_token_request_pauses_the_app_and_not_the_installation()
    {
        _bed.GitHub.On(GitHubBed.TokenRoute, Say(429, "", "retry-after: 30"));

        var paused = await Assert.ThrowsAsync<GitHubPausedException>(_bed.CommentAsync);

        Assert.Equal(0, paused.InstallationId);
        Assert.Null(_bed.Pauses.PausedUntil(GitHubBed.Installation));
    }

    [Fact]
    public async Task Shorter_pause_does_not_end_a_longer_one()
    {
        await _bed.Pauses.PauseAsync(GitHubBed.Installation, Now.AddMinutes(3));
        await _bed.Pauses.PauseAsync(GitHubBed.Installation, Now.AddMinutes(1));

        Assert.Equal(Now.AddMinutes(3), _bed.Pauses.PausedUntil(GitHubBed.Installation));
        _bed.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Null(_bed.Pauses.PausedUntil(GitHubBed.Installation));
    }

    private static string Seconds(DateTimeOffset moment) => moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
