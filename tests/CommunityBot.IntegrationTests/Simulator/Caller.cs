using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Simulator;

/// <summary>Asks a simulated GitHub without a bot, as the installation on <c>octo/hello</c>.</summary>
internal sealed class Caller : IAsyncDisposable
{
    private Caller(SimulatedGitHub github, FakeTimeProvider time)
    {
        (GitHub, Time) = (github, time);
        Installation = github.AddInstallation("octo");
        Repository = github.AddRepository(Installation, "octo", "hello");
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = github.ApiUrl };
        Present(github.IssueToken(Installation));
    }

    public SimulatedGitHub GitHub { get; }

    public FakeTimeProvider Time { get; }

    public Installation Installation { get; }

    public SimulatedRepository Repository { get; }

    public HttpClient Client { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Caller> StartAsync()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        return new(await SimulatedGitHub.StartAsync(new SimulatorOptions { Time = time, PrivateKeyPem = TestKey.Pem }), time);
    }

    /// <summary>Shows this token from here on.</summary>
    public void Present(string token) => Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    /// <summary>Asks as one who takes a certain media type, and has an answer already.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, string accept, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Accept", accept);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await Client.SendAsync(request, Cancelled);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);

    public async Task<int> GetStatusAsync(string path)
    {
        using var answer = await GetAsync(path);
        return (int)answer.StatusCode;
    }

    public async Task<JsonObject> GetObjectAsync(string path)
    {
        using var answer = await GetAsync(path);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Cancelled))!;
    }

    public async Task<JsonArray> GetArrayAsync(string path)
    {
        using var answer = await GetAsync(path);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonArray>(Cancelled))!;
    }

    /// <summary>Sends an object, and returns the status and the answer.</summary>
    public async Task<(int Status, JsonNode Answer)> SendAsync(HttpMethod method, string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        using var answer = await Client.SendAsync(request, Cancelled);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!);
    }

    /// <summary>Asks by GraphQL, and returns the data.</summary>
    public async Task<JsonNode> QueryAsync(string query, JsonObject variables)
    {
        var answer = await AskAsync(query, variables);
        Assert.Null(answer["errors"]);
        return answer["data"]!;
    }

    /// <summary>Asks by GraphQL for what is refused, and returns the type of the error.</summary>
    public async Task<string> RefusedQueryAsync(string query, JsonObject variables) => $"{(await AskAsync(query, variables))["errors"]![0]!["type"]}";

    public Task<HttpResponseMessage> CommentAsync(SimulatedItem item, string body = "Hello.") => Client.PostAsJsonAsync(
        new Uri($"repos/octo/hello/issues/{item.Number}/comments", UriKind.Relative), new JsonObject { ["body"] = body }, Cancelled);

    private async Task<JsonNode> AskAsync(string query, JsonObject variables) =>
        (await SendAsync(HttpMethod.Post, "graphql", new JsonObject { ["query"] = query, ["variables"] = variables })).Answer;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await GitHub.DisposeAsync();
        GitHub.AssertNoUnknownRoutes();
    }
}
