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
        Client = new HttpClient { BaseAddress = github.ApiUrl };
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

    public Task<HttpResponseMessage> CommentAsync(SimulatedItem item, string body = "Hello.") => Client.PostAsJsonAsync(
        new Uri($"repos/octo/hello/issues/{item.Number}/comments", UriKind.Relative), new JsonObject { ["body"] = body }, Cancelled);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await GitHub.DisposeAsync();
        GitHub.AssertNoUnknownRoutes();
    }
}
