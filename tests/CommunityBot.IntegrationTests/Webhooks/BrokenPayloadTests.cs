using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;
using CommunityBot.Inbox;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.RepositoryConfig;
using CommunityBot.Storage;
using CommunityBot.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Webhooks;

/// <summary>Payloads that lack what their event needs: they are kept for an operator to see, and not tried again.</summary>
public sealed class BrokenPayloadTests(ITestOutputHelper output)
{
    private static readonly string?[] Wrong = [null, "null", "\"text\"", "-5", "[null]", "{}"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("issues", """{"action":"opened"}""", "repository")]
    [InlineData("issues", """{"action":"opened","repository":{"id":1,"name":"hello","owner":{"login":"octo"}}}""", "issue")]
    [InlineData("pull_request", """{"action":"opened","repository":{"id":1,"name":"hello","owner":{"login":"octo"}}}""", "pull_request")]
    [InlineData("pull_request", """{"action":"synchronize","repository":{"id":1,"name":"hello","owner":{"login":"octo"}},"pull_request":{"number":1}}""", "pull_request.head.sha")]
    [InlineData("discussion", """{"action":"created"}""", "repository")]
    [InlineData("discussion", """{"action":"created","repository":{"id":1,"name":"hello","owner":{"login":"octo"}},"discussion":{"id":1,"number":1}}""", "discussion")]
    [InlineData("discussion", """{"action":"answered","repository":{"id":1,"name":"hello","owner":{"login":"octo"}},"discussion":{"id":1,"number":1,"node_id":"D"}}""", "answer")]
    [InlineData("push", "{}", "repository")]
    [InlineData("push", """{"repository":{"id":1,"name":"hello","owner":{"login":"octo"}}}""", "ref")]
    [InlineData("installation", """{"action":"created"}""", "installation")]
    public async Task It_is_kept_as_unreadable_at_the_first_attempt(string webhook, string payload, string missing)
    {
        await using var scene = await Scene.StartAsync();

        await scene.DeliverAsync(new SimulatedDelivery("broken", webhook, Encoding.UTF8.GetBytes(payload)));

        var delivery = Assert.Single(await scene.Bot.DeliveriesAsync());
        Assert.Equal((WorkState.Parked, 1, $"unreadable payload: it has no {missing}"), (delivery.State, delivery.Attempts, delivery.Error));
    }

    [Fact]
    public async Task Whatever_part_is_missing_or_wrong_it_is_handled_or_unreadable_and_nothing_else()
    {
        await using var github = await SimulatedGitHub.StartAsync(new() { PrivateKeyPem = TestKey.Pem });
        await using var bot = await Bot.StartPreviewAsync(github);
        var dispatcher = bot.Services.GetRequiredService<WebhookDispatcher>();
        var (handled, unreadable) = (0, 0);
        var faults = new Dictionary<string, string>();
        foreach (var (webhook, payload) in await HeardAsync(dispatcher))
        {
            foreach (var broken in BreakEverywhere(payload))
            {
                var delivery = new Delivery("broken", webhook, $"{payload["action"]}" is { Length: > 0 } action ? action : null, 1, 1);
                try
                {
                    var context = await dispatcher.DispatchAsync(delivery, github.Time.GetUtcNow(), Encoding.UTF8.GetBytes(broken), Cancelled);

                    // What they want written must be something that can be written; nobody needs it here.
                    await bot.Services.GetRequiredService<Database>().ReadAsync(async session =>
                    {
                        await session.ExecuteAsync("BEGIN");
                        await context.WriteAllAsync(session);
                        return await session.ExecuteAsync("ROLLBACK");
                    });
                    handled++;
                }
                catch (JsonException)
                {
                    unreadable++;
                }
                catch (Exception fault)
                {
                    faults[$"{webhook}: {fault}"] = broken;
                }
            }
        }

        output.WriteLine($"{handled} handled, {unreadable} unreadable");
        Assert.Empty(faults);
        Assert.InRange(handled, 1_000, int.MaxValue);
        Assert.InRange(unreadable, 1_000, int.MaxValue);
    }

    /// <summary>One payload of each event and action that somebody listens to, with more of what handlers look at.</summary>
    private static async Task<IEnumerable<(string Webhook, JsonObject Payload)>> HeardAsync(WebhookDispatcher dispatcher)
    {
        var payloads = await RealPayloadTests.LoadAsync();
        foreach (var (webhook, payload) in payloads)
        {
            if ((payload["issue"] ?? payload["pull_request"] ?? payload["discussion"]) is JsonObject item)
            {
                item["author_association"] = "NONE";
                item["labels"] = new JsonArray(new JsonObject { ["id"] = 1, ["name"] = "bug" });
            }

            if (webhook == "push")
            {
                payload["ref"] = "refs/heads/main";
                payload["commits"] = new JsonArray(new JsonObject { ["id"] = "1", ["added"] = new JsonArray(RepositoryConfigs.Path), ["modified"] = new JsonArray(), ["removed"] = new JsonArray() });
                payload["repository"]!["default_branch"] = "main";
            }
        }

        return payloads.Where(one => dispatcher.Listens(one.Webhook, (string?)one.Payload["action"])).DistinctBy(one => (one.Webhook, (string?)one.Payload["action"]));
    }

    /// <summary>The payload with each of its parts taken out, and put in as something else.</summary>
    private static IEnumerable<string> BreakEverywhere(JsonObject payload)
    {
        foreach (var path in Paths(payload, depth: 3).ToList())
        {
            foreach (var wrong in Wrong)
            {
                var broken = payload.DeepClone().AsObject();
                var parent = path[..^1].Aggregate((JsonNode)broken, (node, step) => step is int at ? node[at]! : node[(string)step]!);
                if (path[^1] is int index)
                {
                    parent[index] = wrong is null ? null : JsonNode.Parse(wrong);
                }
                else if (wrong is null)
                {
                    parent.AsObject().Remove((string)path[^1]);
                }
                else
                {
                    parent[(string)path[^1]] = JsonNode.Parse(wrong);
                }

                yield return broken.ToJsonString();
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, int depth)
    {
        IEnumerable<(object Step, JsonNode? Node)> parts = node switch
        {
            JsonObject part => part.Where(pair => !pair.Key.EndsWith("_url", StringComparison.Ordinal)).Select(pair => ((object)pair.Key, pair.Value)),
            JsonArray list => list.Select((one, at) => ((object)at, one)),
            _ => [],
        };
        return parts.SelectMany(part => Paths(depth > 0 ? part.Node : null, depth - 1).Select(path => (object[])[part.Step, .. path]).Prepend([part.Step]));
    }
}
