using System.Net;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Processes;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class InjectedFaultTests : IAsyncLifetime
{
    private Caller _caller = null!;
    private SimulatedItem _issue = null!;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        _issue = _caller.GitHub.OpenIssue(_caller.Repository, _caller.GitHub.AddUser("somebody"));
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Theory]
    [InlineData(FaultKind.Status, 0)]
    [InlineData(FaultKind.StatusAfterTheEffect, 1)]
    public async Task A_status_comes_before_or_after_the_effect(FaultKind kind, int comments)
    {
        _caller.GitHub.Faults.Add(Strike(kind) with { Status = 503, Message = "Down." });

        using var answer = await _caller.CommentAsync(_issue);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Down.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(comments, _issue.Comments.Count);
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeTheEffect, 0)]
    [InlineData(FaultKind.ResetAfterTheEffect, 1)]
    public async Task The_connection_breaks_before_or_after_the_effect(FaultKind kind, int comments)
    {
        _caller.GitHub.Faults.Add(Strike(kind));

        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.CommentAsync(_issue));

        Assert.Equal(comments, _issue.Comments.Count);
    }

    [Theory]
    [InlineData(FaultKind.SlowBeforeTheEffect, 0)]
    [InlineData(FaultKind.SlowAfterTheEffect, 1)]
    public async Task Who_does_not_wait_finds_it_undone_or_done(FaultKind kind, int comments)
    {
        _caller.GitHub.Faults.Add(Strike(kind) with { Delay = Timeout.InfiniteTimeSpan });
        var asking = _caller.CommentAsync(_issue);
        await Wait.UntilAsync(() => _caller.GitHub.Faults.HaveStruck && _issue.Comments.Count == comments, TestContext.Current.CancellationToken);

        _caller.Client.CancelPendingRequests();

        await Assert.ThrowsAsync<TaskCanceledException>(() => asking);
        Assert.Equal(comments, _issue.Comments.Count);
    }

    [Theory]
    [InlineData(FaultKind.SlowBeforeTheEffect)]
    [InlineData(FaultKind.SlowAfterTheEffect)]
    public async Task Who_waits_gets_the_answer(FaultKind kind)
    {
        _caller.GitHub.Faults.Add(Strike(kind) with { Delay = TimeSpan.FromMilliseconds(10) });

        using var answer = await _caller.CommentAsync(_issue);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Contains("\"body\":\"Hello.\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_strikes_as_often_as_it_should_and_only_where_it_fits()
    {
        _caller.GitHub.Faults.Add(Strike(FaultKind.Status) with { Times = 1 });

        Assert.Equal(200, await _caller.GetStatusAsync("repos/octo/hello/issues"));
        using var first = await _caller.CommentAsync(_issue);
        using var second = await _caller.CommentAsync(_issue);

        Assert.Equal((HttpStatusCode.BadGateway, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task Reads_lag_behind_writes()
    {
        _caller.GitHub.Faults.ReadLag = TimeSpan.FromSeconds(5);
        using var answer = await _caller.CommentAsync(_issue);

        Assert.Equal("[]", await ReadCommentsAsync());
        _caller.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("Hello.", await ReadCommentsAsync(), StringComparison.Ordinal);
    }

    private static Fault Strike(FaultKind kind) => new(kind, (method, _) => method == "POST");

    private async Task<string> ReadCommentsAsync()
    {
        using var answer = await _caller.GetAsync($"repos/octo/hello/issues/{_issue.Number}/comments");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
