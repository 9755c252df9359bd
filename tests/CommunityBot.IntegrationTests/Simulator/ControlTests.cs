using System.Net;
using System.Net.Http.Json;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.IntegrationTests.Simulator;

/// <summary>What a person does with the simulator, without a bot.</summary>
public sealed class ControlTests : IAsyncLifetime
{
    private Caller _caller = null!;

    public async ValueTask InitializeAsync() => _caller = await Caller.StartAsync();

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public async Task A_file_is_pushed_to_the_default_branch()
    {
        using var answer = await _caller.Client.PostAsJsonAsync(
            new Uri("_simulator/push", UriKind.Relative), new { repository = "octo/hello", path = "a.yml", text = "version: 1" }, TestContext.Current.CancellationToken);

        Assert.Contains(_caller.Repository.Files.Head.Sha, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("version: 1", _caller.Repository.Files["a.yml"]);
    }

    [Fact]
    public async Task Somebody_says_something_on_an_item_that_is_there()
    {
        var issue = _caller.GitHub.OpenIssue(_caller.Repository, _caller.GitHub.AddUser("newcomer"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await SayAsync(issue.Number), await SayAsync(99)));
        Assert.Equal(("helper", "Hello."), (issue.Comments.Single().Author.Login, issue.Comments.Single().Body));

        async Task<HttpStatusCode> SayAsync(int number)
        {
            using var answer = await _caller.Client.PostAsJsonAsync(
                new Uri("_simulator/comment", UriKind.Relative), new { repository = "octo/hello", number, login = "helper", body = "Hello." }, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Labels_and_checks_are_shown_with_the_threads()
    {
        var issue = _caller.GitHub.OpenIssue(_caller.Repository, _caller.GitHub.AddUser("newcomer"));
        issue.Add(_caller.GitHub.AddLabel(_caller.Repository, "first"));
        var run = new SimulatedCheckRun(1, 2, "0123456789", _caller.GitHub.Time.GetUtcNow()) { Name = "config", Conclusion = "failure", Title = "1 problem", Summary = "One\nTwo" };
        run.Add([new("a.yml", 2, 2, 3, 3, "failure", "It is wrong.", Title: null, RawDetails: null)]);
        _caller.Repository.Add(run);

        using var page = await _caller.GetAsync("");

        Assert.Equal(
            "octo/hello#1 It does not work (by newcomer)\n  labels: first\n\nocto/hello@0123456 config: failure, 1 problem\n  a.yml:2:3: failure: It is wrong.\n  | One\n  | Two\n",
            await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
