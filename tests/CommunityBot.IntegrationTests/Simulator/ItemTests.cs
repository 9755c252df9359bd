using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class ItemTests : IAsyncLifetime
{
    private Caller _caller = null!;
    private SimulatedItem _issue = null!;

    private string Address => $"repos/octo/hello/issues/{_issue.Number}";

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        _issue = _caller.GitHub.OpenIssue(_caller.Repository, _caller.GitHub.AddUser("newcomer"));
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public async Task An_item_tells_whether_it_is_open_and_locked()
    {
        Assert.Equal(("open", false, null, null), await StateAsync());
        _caller.GitHub.Close(_issue);
        _caller.GitHub.Lock(_issue);
        Assert.Equal(("closed", true, "2026-11-24T09:00:00Z", "completed"), await StateAsync());
        SimulatedGitHub.Reopen(_issue);
        _caller.GitHub.Unlock(_issue);
        Assert.Equal(("open", false, null, null), await StateAsync());
        SimulatedGitHub.Delete(_issue);
        Assert.Equal(410, await _caller.GetStatusAsync(Address));
    }

    [Fact]
    public async Task Labels_are_put_on_once_and_made_where_there_are_none()
    {
        _caller.GitHub.AddLabel(_caller.Repository, "Bug", "d73a4a", "Something is wrong");

        var (status, _) = await LabelAsync("bug", "first contribution");
        var (_, again) = await LabelAsync("first contribution", "another");

        Assert.Equal(200, status);
        Assert.Equal(["Bug", "first contribution", "another"], _issue.Labels);
        Assert.Equal(["Bug d73a4a Something is wrong", "first contribution ededed ", "another ededed "], again.AsArray().Select(label => $"{label!["name"]} {label["color"]} {label["description"]}"));
        Assert.Equal("https://api.github.com/repos/octo/hello/labels/first%20contribution", $"{again[1]!["url"]}");
        Assert.True(JsonNode.DeepEquals(again, (await _caller.GetObjectAsync(Address))["labels"]));
        Assert.Equal(3, (await _caller.GetArrayAsync($"{Address}/labels")).Count);
        Assert.Equal(3, _caller.Repository.Labels.Count);
    }

    [Theory]
    [InlineData("""["one",{"name":"two"}]""", 200)]
    [InlineData("""{"labels":[{"name":"one"},"two"]}""", 200)]
    [InlineData("""{"labels":[]}""", 200)]
    [InlineData("""{"labels":[""]}""", 422)]
    [InlineData("""{"labels":["a label with a name that is longer than GitHub takes"]}""", 422)]
    [InlineData("""{"label":"one"}""", 422)]
    public async Task Labels_are_taken_in_the_forms_that_GitHub_takes(string body, int expected)
    {
        var (status, _) = await _caller.SendAsync(HttpMethod.Post, $"{Address}/labels", JsonNode.Parse(body)!);

        Assert.Equal(expected, status);
        Assert.Equal(body.Contains("one", StringComparison.Ordinal) && expected == 200 ? ["one", "two"] : [], _issue.Labels);
    }

    [Fact]
    public async Task Labels_are_for_who_may_write()
    {
        _caller.GitHub.Lock(_issue);
        Assert.Equal(200, (await LabelAsync("one")).Status);
        _caller.Installation.Permissions["issues"] = "read";
        Assert.Equal(200, (await LabelAsync("one")).Status);
        _caller.Installation.Permissions["pull_requests"] = "read";
        Assert.Equal(403, (await LabelAsync("two")).Status);
        _caller.Installation.Permissions["issues"] = "write";
        _caller.Repository.Archived = true;
        Assert.Equal(403, (await LabelAsync("two")).Status);
        _caller.Present("nonsense");
        Assert.Equal(401, (await LabelAsync("two")).Status);
        Assert.Equal(["one"], _issue.Labels);
    }

    [Fact]
    public void Payloads_tell_of_labels()
    {
        var pull = _caller.GitHub.OpenPullRequest(_caller.Repository, _caller.GitHub.AddUser("newcomer"));
        _caller.GitHub.AddLabel(_issue, "one");
        _caller.GitHub.AddLabel(pull, "two");

        var issue = JsonSerializer.Deserialize<IssuesOpenedEvent>(_caller.GitHub.Deliveries.Opened(_issue).Body)!.Issue;
        Assert.Equal("one", Assert.Single(issue.Labels!).Name);
        Assert.Equal("two", Assert.Single(JsonSerializer.Deserialize<PullRequestOpenedEvent>(_caller.GitHub.Deliveries.Opened(pull).Body)!.PullRequest.Labels).Name);
    }

    private async Task<(string State, bool Locked, string? ClosedAt, string? Reason)> StateAsync()
    {
        var item = await _caller.GetObjectAsync(Address);
        return ($"{item["state"]}", (bool)item["locked"]!, item["closed_at"]?.ToString(), item["state_reason"]?.ToString());
    }

    private Task<(int Status, JsonNode Answer)> LabelAsync(params string[] names) =>
        _caller.SendAsync(HttpMethod.Post, $"{Address}/labels", new JsonObject { ["labels"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) });
}
