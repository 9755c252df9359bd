using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Webhooks;

/// <summary>Payloads as GitHub sent them, of every event; see Payloads/README.md.</summary>
public sealed class RealPayloadTests(ITestOutputHelper output)
{
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
        await AssertHandledAsync(scene, parked: 0);
    }

    [Fact]
    public async Task Payloads_of_strangers_lead_to_no_fault_either()
    {
        await using var scene = await Scene.StartAsync();
        foreach (var (webhook, payload) in await LoadAsync())
        {
            foreach (var item in new[] { "issue", "pull_request" })
            {
                if (payload[item] is JsonObject subject)
                {
                    subject["author_association"] = "NONE";
                }
            }

            // As small as it may be.
            payload["installation"] ??= new JsonObject { ["id"] = scene.Installation.Id };
            Assert.Equal(202, await scene.Bot.DeliverAsync(Make(webhook, payload)));
        }

        await scene.Bot.SettledAsync();
        await AssertHandledAsync(scene, parked: 0);
    }

    private async Task AssertHandledAsync(Scene scene, int parked)
    {
        await using var tables = scene.Bot.Services.GetRequiredService<Storage.Database>().CreateContext();
        var deliveries = await tables.Deliveries.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        output.WriteLine($"{deliveries.Count} stored, {deliveries.Count(delivery => delivery.State == WorkState.Parked)} parked");

        Assert.NotEmpty(deliveries);
        Assert.Equal(parked, deliveries.Count(delivery => delivery.State == WorkState.Parked));
        Assert.All(scene.Bot.Log.Lines, line =>
        {
            Assert.Null(line.Exception);
            Assert.DoesNotContain("   at ", line.Text, StringComparison.Ordinal);
        });
    }

    private static SimulatedDelivery Make(string webhook, JsonNode payload) => new(Guid.NewGuid().ToString(), webhook, Encoding.UTF8.GetBytes(payload.ToJsonString()));

    private static async Task<List<(string Webhook, JsonObject Payload)>> LoadAsync()
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Payloads", "webhooks-examples.json.gz"));
        await using var json = new GZipStream(file, CompressionMode.Decompress);
        var events = await JsonNode.ParseAsync(json, cancellationToken: TestContext.Current.CancellationToken);
        return [.. events!.AsArray().SelectMany(webhook =>
            webhook!["examples"]!.AsArray().Select(example => ($"{webhook["name"]}", example!.DeepClone().AsObject())))];
    }
}
