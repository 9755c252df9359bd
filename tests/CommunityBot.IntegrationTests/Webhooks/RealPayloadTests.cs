using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Work;

namespace CommunityBot.IntegrationTests.Webhooks;

/// <summary>Payloads as GitHub sent them, of every event; see Payloads/README.md.</summary>
public sealed class RealPayloadTests(ITestOutputHelper output)
{
    /// <summary>Of the payloads, those that somebody listens to: what is opened, closed, labelled, unassigned, reviewed, answered, commented on and released, who is added, what is done on pull requests, and what installations tell of themselves.</summary>
    private const int Stored = 85;

    [Fact]
    public async Task Every_payload_is_accepted_and_none_throws()
    {
        await using var scene = await Scene.StartAsync();
        var payloads = await LoadAsync();
        Assert.Equal(329, payloads.Count);

        foreach (var (webhook, payload) in payloads)
        {
            Assert.Equal(202, await scene.Bot.DeliverAsync(Make(webhook, payload)));
        }

        await scene.Bot.SettledAsync();
        await AssertHandledAsync(scene);
    }

    /// <summary>The stranger is the account of the payloads; it comes to a repository where the bot was before.</summary>
    [Fact]
    public async Task Payloads_of_a_stranger_lead_to_a_greeting_for_the_issue_and_one_for_the_pull_request()
    {
        await using var scene = await Scene.StartAsync();
        var stranger = scene.GitHub.AddUser("Codertocat", id: 21031067);
        var installation = scene.GitHub.AddInstallation("somebody", new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var repository = scene.GitHub.AddRepository(installation, "Codertocat", "Hello-World");
        var (issue, pull) = (scene.GitHub.OpenIssue(repository, stranger), scene.GitHub.OpenPullRequest(repository, stranger));
        foreach (var (webhook, payload) in await LoadAsync())
        {
            foreach (var item in new[] { "issue", "pull_request" })
            {
                if (payload[item] is JsonObject subject)
                {
                    subject["author_association"] = "NONE";
                }
            }

            // As small as it may be. What installations tell of themselves stays theirs.
            if (!webhook.StartsWith("installation", StringComparison.Ordinal))
            {
                payload["installation"] = new JsonObject { ["id"] = installation.Id };
            }

            Assert.Equal(202, await scene.Bot.DeliverAsync(Make(webhook, payload)));
        }

        await scene.Bot.SettledAsync();
        await AssertHandledAsync(scene);
        Assert.Equal((1, 2), (issue.Number, pull.Number));
        Assert.Contains("moment=welcome.first-issue ", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
        Assert.Contains("moment=welcome.first-pull-request ", Assert.Single(pull.Comments).Body, StringComparison.Ordinal);
        Assert.All(await scene.Bot.OutboxAsync(), message => Assert.Equal((WorkState.Completed, null), (message.State, message.Error)));
    }

    private async Task AssertHandledAsync(Scene scene)
    {
        var deliveries = await scene.Bot.DeliveriesAsync();
        output.WriteLine($"{deliveries.Count} stored");

        Assert.Equal(Stored, deliveries.Count);
        Assert.All(deliveries, delivery => Assert.Equal((WorkState.Completed, 1), (delivery.State, delivery.Attempts)));

        // It is in a repository that this GitHub has not.
        Assert.StartsWith("GitHub does not tell whether dan2wik is an insider: ", Assert.Single(deliveries, delivery => delivery.Error is not null).Error, StringComparison.Ordinal);
        Assert.All(scene.Bot.Log.Lines, line =>
        {
            Assert.Null(line.Exception);
            Assert.DoesNotContain("   at ", line.Text, StringComparison.Ordinal);
        });
    }

    private static SimulatedDelivery Make(string webhook, JsonNode payload) => new(Guid.NewGuid().ToString(), webhook, Encoding.UTF8.GetBytes(payload.ToJsonString()));

    internal static async Task<List<(string Webhook, JsonObject Payload)>> LoadAsync()
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Payloads", "webhooks-examples.json.gz"));
        await using var json = new GZipStream(file, CompressionMode.Decompress);
        var events = await JsonNode.ParseAsync(json, cancellationToken: TestContext.Current.CancellationToken);
        return [.. events!.AsArray().SelectMany(webhook =>
            webhook!["examples"]!.AsArray().Select(example => ($"{webhook["name"]}", example!.DeepClone().AsObject())))];
    }
}
