using System.Text;
using System.Text.Json;
using CommunityBot.GitHubSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Octokit.Webhooks;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Installation;
using Octokit.Webhooks.Events.InstallationRepositories;
using Octokit.Webhooks.Events.IssueComment;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class SentDeliveryTests : IAsyncLifetime
{
    private Caller _caller = null!;

    public async ValueTask InitializeAsync() => _caller = await Caller.StartAsync();

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    /// <summary>The example that GitHub publishes: <see href="https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries#testing-the-webhook-payload-validation"/>.</summary>
    [Fact]
    public async Task A_delivery_is_signed_as_GitHub_signs_it()
    {
        var delivery = new SimulatedDelivery("72d3162e-cc78-11e3-81ab-4c9367dc0958", "ping", "Hello, World!"u8.ToArray());

        var (headers, body) = await SendAsync(delivery, "It's a Secret to Everybody");

        Assert.Equal("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", headers["X-Hub-Signature-256"]);
        Assert.Equal(("ping", delivery.Id, "application/json"), (headers["X-GitHub-Event"], headers["X-GitHub-Delivery"], headers["Content-Type"]));
        Assert.StartsWith("GitHub-Hookshot/", headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("Hello, World!", body);
    }

    /// <summary>The bot reads payloads without demanding all that the library does; the simulator's hold all of it.</summary>
    [Fact]
    public void Payloads_hold_all_that_the_library_demands()
    {
        var (github, repository) = (_caller.GitHub, _caller.Repository);
        var person = github.AddUser("newcomer");
        var (issue, pull) = (github.OpenIssue(repository, person), github.OpenPullRequest(repository, person));
        var comment = new SimulatedComment(1, person, "Hello.", github.Time.GetUtcNow());

        Assert.Equal(issue.Number, Read<IssuesOpenedEvent>(github.Deliveries.Opened(issue)).Issue.Number);
        Assert.NotNull(Read<IssuesOpenedEvent>(github.Deliveries.IssueTransferred(issue)).Changes);
        Assert.Equal(pull.Number, Read<PullRequestOpenedEvent>(github.Deliveries.Opened(pull)).PullRequest.Number);
        Assert.Equal("Hello.", Read<IssueCommentCreatedEvent>(github.Deliveries.Commented(issue, comment)).Comment.Body);

        github.Close(issue);
        github.Merge(pull);
        Assert.Equal("closed", Read<IssuesClosedEvent>(github.Deliveries.Closed(issue)).Issue.State?.StringValue);
        Assert.True(Read<PullRequestClosedEvent>(github.Deliveries.Closed(pull)).PullRequest.Merged);

        var installation = _caller.Installation;
        Assert.Equal(installation.Id, Read<InstallationCreatedEvent>(github.Deliveries.InstallationCreated(installation, repository)).Installation.Id);
        Assert.Equal(installation.Id, Read<InstallationDeletedEvent>(github.Deliveries.InstallationDeleted(installation)).Installation.Id);
        Assert.Single(Read<InstallationRepositoriesAddedEvent>(github.Deliveries.RepositoriesAdded(installation, repository)).RepositoriesAdded);
        Assert.Single(Read<InstallationRepositoriesRemovedEvent>(github.Deliveries.RepositoriesRemoved(installation, repository)).RepositoriesRemoved);
    }

    [Fact]
    public async Task What_a_payload_names_is_found_at_the_simulator()
    {
        var issue = _caller.GitHub.OpenIssue(_caller.Repository, _caller.GitHub.AddUser("newcomer"));

        var read = Read<IssuesEvent>(_caller.GitHub.Deliveries.Opened(issue));

        Assert.Equal((_caller.Installation.Id, _caller.Repository.Id), (read.Installation?.Id, read.Repository?.Id));
        Assert.Equal(200, await _caller.GetStatusAsync($"repos/{read.Repository!.FullName}/issues/{issue.Number}"));
    }

    private static TEvent Read<TEvent>(SimulatedDelivery delivery)
        where TEvent : WebhookEvent => JsonSerializer.Deserialize<TEvent>(delivery.Body)!;

    private async Task<(Dictionary<string, string> Headers, string Body)> SendAsync(SimulatedDelivery delivery, string secret)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--urls", "http://127.0.0.1:0", "--hostBuilder:reloadConfigOnChange", "false"] });
        builder.Logging.ClearProviders();
        await using var door = builder.Build();
        var seen = new TaskCompletionSource<(Dictionary<string, string>, string)>();
        door.Run(async http =>
        {
            using var body = new StreamReader(http.Request.Body, Encoding.UTF8);
            var headers = http.Request.Headers.ToDictionary(header => header.Key, header => $"{header.Value}", StringComparer.OrdinalIgnoreCase);
            seen.SetResult((headers, await body.ReadToEndAsync(http.RequestAborted)));
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        });
        await door.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(202, await _caller.GitHub.SendAsync(delivery, new Uri(door.Urls.Single()), secret: secret));
        return await seen.Task;
    }
}
