using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class ConditionalRequestTests : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private Scene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        await _scene.DeliverAsync(_scene.OpenIssue("newcomer"));
        _client.BaseAddress = _scene.GitHub.ApiUrl;
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _scene.GitHub.IssueToken(_scene.Installation));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var first = await _client.GetAsync(new Uri("repos/octo/hello/issues?state=all", UriKind.Relative), TestContext.Current.CancellationToken);
        _client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await _client.GetAsync(new Uri("repos/octo/hello/issues?state=all", UriKind.Relative), TestContext.Current.CancellationToken);
        _scene.OpenIssue("another");
        using var changed = await _client.GetAsync(new Uri("repos/octo/hello/issues?state=all", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.StatusCode, again.StatusCode, changed.StatusCode));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task GraphQL_tells_of_a_used_up_limit_with_status_200()
    {
        var query = new JsonObject { ["query"] = "query { viewer { login } }" };
        using var answer = await _client.PostAsJsonAsync("graphql", query, TestContext.Current.CancellationToken);
        _scene.GitHub.GraphQL.LimitReached = true;
        using var limited = await _client.PostAsJsonAsync("graphql", query, TestContext.Current.CancellationToken);

        Assert.Equal("community-bot[bot]", (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["data"]!["viewer"]!["login"]!.ToString());
        Assert.Equal(HttpStatusCode.OK, limited.StatusCode);
        Assert.Equal("RATE_LIMITED", (await limited.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["errors"]![0]!["type"]!.ToString());
    }

    [Fact]
    public async Task What_it_does_not_know_fails_the_test()
    {
        await using var github = await SimulatedGitHub.StartAsync();
        using var answer = await _client.GetAsync(new Uri(github.ApiUrl, "repos/octo/hello/stargazers"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("GET /repos/octo/hello/stargazers", Assert.Throws<InvalidOperationException>(github.AssertNoUnknownRoutes).Message, StringComparison.Ordinal);
    }
}
