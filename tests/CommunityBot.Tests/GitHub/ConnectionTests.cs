using System.Net;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using static CommunityBot.Tests.GitHub.StubGitHub;

namespace CommunityBot.Tests.GitHub;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData("https://api.github.com/")]
    [InlineData("https://ghe.example/api/v3/")]
    [InlineData("http://127.0.0.1:1234/")]
    public async Task Addresses_stand_below_the_root_that_the_operator_named(string root)
    {
        using var network = new Recorder();
        var services = new ServiceCollection().AddLogging().AddSingleton<Database>(new SqliteDatabase("Data Source=unused.db"))
            .Configure<GitHubOptions>(options => (options.AppId, options.PrivateKey, options.ApiUrl) = (42, GitHubBed.PrivateKey, new Uri(root)))
            .AddGitHub(preview: false, dryRun: false);
        GitHubBed.WithoutPoints(services);
        services.AddHttpClient("GitHub").ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<GitHubRefusedException>(() => provider.GetRequiredService<IGitHubWriter>()
            .CommentAsync(GitHubBed.Repository, 5, "hello", TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<GitHubRefusedException>(() => provider.GetRequiredService<IGitHubReader>()
            .ReadAuthoredAsync(GitHubBed.Repository, "ann", page: null, TestContext.Current.CancellationToken));

        Assert.Equal(
            [
                $"{root}app/installations/7/access_tokens",
                $"{root}repos/octo/hello/issues/5/comments",
                $"{root}repos/octo/hello/issues?creator=ann&state=all&sort=created&direction=asc&per_page=100",
            ],
            network.Addresses);
    }

    [Fact]
    public async Task Requests_name_the_bot_and_the_version_of_the_api()
    {
        await using var bed = await GitHubBed.StartAsync("api/v3/");
        bed.GitHub.On("POST /api/v3/app/installations/7/access_tokens", bed.Granted(TimeSpan.FromHours(1), 1));
        bed.GitHub.On("POST /api/v3/repos/octo/hello/issues/5/comments", Say(201, """{"id":1,"html_url":"u"}"""));

        Assert.Equal("u", await bed.CommentAsync());

        var version = typeof(GitHubRegistration).Assembly.GetName().Version!.ToString(3);
        Assert.Equal(2, bed.GitHub.Requests.Count);
        Assert.All(bed.GitHub.Requests, asked =>
        {
            Assert.StartsWith($"CommunityBot/{version} ", asked.Headers["User-Agent"], StringComparison.Ordinal);
            Assert.Equal("2022-11-28", asked.Headers["X-GitHub-Api-Version"]);
        });
    }

    [Fact]
    public async Task Renamed_repository_is_followed_with_body_and_token_even_if_the_token_is_refused_there()
    {
        await using var bed = await GitHubBed.StartAsync();
        bed.GitHub.On(GitHubBed.CommentsRoute, Say(307, """{"message":"Moved"}""", $"location: {bed.GitHub.Address}repositories/11/issues/5/comments"));
        bed.GitHub.On("POST /repositories/11/issues/5/comments", Say(401), Say(201, """{"id":1,"html_url":"u"}"""));

        Assert.Equal("u", await bed.CommentAsync());

        var sent = bed.GitHub.To("POST /repositories/11/issues/5/comments");
        Assert.Equal([GitHubBed.Token(1), GitHubBed.Token(2)], sent.Select(asked => asked.Token));
        Assert.All(sent, asked => Assert.Equal("""{"body":"hello"}""", asked.Body));
    }

    [Fact]
    public async Task Limit_behind_a_redirect_pauses()
    {
        await using var bed = await GitHubBed.StartAsync();
        bed.GitHub.On(GitHubBed.PermissionRoute, Say(301, """{"message":"Moved Permanently"}""", $"location: {bed.GitHub.Address}moved"));
        bed.GitHub.On("GET /moved", Say(429, "", "retry-after: 30"));

        var paused = await Assert.ThrowsAsync<GitHubPausedException>(bed.HasTriageAsync);

        Assert.Equal(bed.Time.GetUtcNow().AddSeconds(30), paused.Until);
    }

    [Fact]
    public async Task Endless_redirects_end()
    {
        await using var bed = await GitHubBed.StartAsync();
        bed.GitHub.On(GitHubBed.PermissionRoute, Say(301, "{}", $"location: {bed.GitHub.Address}repos/octo/hello/collaborators/ann/permission"));

        await Assert.ThrowsAsync<GitHubUnavailableException>(bed.HasTriageAsync);
    }

    [Fact]
    public async Task Another_host_gets_neither_token_nor_request()
    {
        await using var bed = await GitHubBed.StartAsync();
        await using var stranger = await StartAsync();
        bed.GitHub.On(GitHubBed.CommentsRoute, Say(307, "{}", $"location: {stranger.Address}repos/octo/hello/issues/5/comments"));

        await Assert.ThrowsAsync<GitHubRefusedException>(bed.CommentAsync);

        Assert.Empty(stranger.Requests);
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public List<string> Addresses { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Addresses.Add(request.RequestUri!.AbsoluteUri);
            var isToken = request.RequestUri.AbsolutePath.EndsWith("access_tokens", StringComparison.Ordinal);
            return Task.FromResult(new HttpResponseMessage(isToken ? HttpStatusCode.Created : HttpStatusCode.NotFound)
            {
                Content = new StringContent(
                    isToken ? """{"token":"ghs_1","expires_at":"2999-01-01T00:00:00Z"}""" : """{"message":"Not Found"}""", null, "application/json"),
            });
        }
    }
}
