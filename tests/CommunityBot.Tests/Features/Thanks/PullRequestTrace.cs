using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.Inbox;
using CsCheck;

namespace CommunityBot.Tests.Features.Thanks;

/// <summary>What may happen to one pull request, as the deliveries that tell of it.</summary>
internal static class PullRequestTrace
{
    public const string MergedLabel = "landed";

    private const int Number = 7;

    /// <summary>Stands in payloads for the ids of the repository and of the pull request, and has as many digits.</summary>
    private const long SomeId = 1_000_000_000;

    private static readonly JsonObject Sample = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "samples", "pull_request.opened.json")))!.AsObject();

    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private enum Step
    {
        Review,
        Label,
        CloseOneself,
        CloseAsMaintainer,
        CloseAsBot,
        Reopen,
        Merge,
        MergeByQueue,
    }

    /// <summary>Histories of a pull request: opened, then anything that GitHub allows.</summary>
    public static Gen<IReadOnlyList<TraceDelivery>> Any { get; } =
        Gen.Select(Gen.Enum<Step>().Array[1, 9], Gen.Int[1, 3]).Select((steps, reviewers) => (IReadOnlyList<TraceDelivery>)Play(steps, reviewers));

    /// <summary>A delivery as it stands in the inbox, with its body, of a pull request and in a repository of their own.</summary>
    /// <param name="id">The id of both, of ten digits.</param>
    /// <param name="told">What is told.</param>
    public static (Delivery Delivery, byte[] Body) In(long id, TraceDelivery told) => (
        new("delivery", told.Webhook, told.Action, 1, id),
        Encoding.UTF8.GetBytes(told.Body.Replace($"{SomeId}", $"{id}", StringComparison.Ordinal)));

    private static List<TraceDelivery> Play(Step[] steps, int reviewers)
    {
        var pull = Sample["pull_request"]!.DeepClone().AsObject();
        (pull["id"], pull["number"], pull["created_at"]) = (SomeId, Number, At(0));
        var author = pull["user"]!.AsObject();
        var told = new List<TraceDelivery> { Told("pull_request", Payload("opened", pull, author)) };
        for (var at = 1; at <= steps.Length; at++)
        {
            var (step, isOpen) = (steps[at - 1], (string?)pull["state"] == "open");
            switch (step)
            {
                case Step.Review:
                    told.Add(Told("pull_request_review", Review(pull, User(100 + (at % reviewers), $"reviewer-{at % reviewers}"), at)));
                    break;
                case Step.Label:
                    pull["labels"] = new JsonArray(new JsonObject { ["id"] = 1, ["name"] = MergedLabel });
                    told.Add(Told("pull_request", Payload("labeled", pull, User(50, "maintainer"))));
                    break;
                case Step.Reopen when !isOpen && pull["merged_at"] is null:
                    (pull["state"], pull["closed_at"]) = ("open", null);
                    told.Add(Told("pull_request", Payload("reopened", pull, author)));
                    break;
                case Step.CloseOneself or Step.CloseAsMaintainer or Step.CloseAsBot when isOpen:
                    (pull["state"], pull["closed_at"]) = ("closed", At(at));
                    told.Add(Told("pull_request", Payload("closed", pull, Closer(step, author))));
                    break;
                case Step.Merge or Step.MergeByQueue when isOpen:
                    (pull["state"], pull["closed_at"], pull["merged_at"], pull["merged"]) = ("closed", At(at), At(at), true);
                    told.Add(Told("pull_request", Payload("closed", pull, Closer(step, author))));
                    break;
            }
        }

        return told;
    }

    private static TraceDelivery Told(string webhook, JsonObject payload) =>
        new(webhook, (string)payload["action"]!, (string)payload["sender"]!["login"]!, payload.ToJsonString());

    private static JsonObject Review(JsonObject pull, JsonObject reviewer, int at)
    {
        var payload = Payload("submitted", pull, reviewer);
        payload["review"] = new JsonObject
        {
            ["id"] = at,
            ["user"] = reviewer.DeepClone(),
            ["state"] = "approved",
            ["submitted_at"] = At(at),
            ["author_association"] = "NONE",
        };
        return payload;
    }

    private static JsonObject Closer(Step step, JsonObject author) => step switch
    {
        Step.CloseOneself => author,
        Step.CloseAsBot => User(51, "stale[bot]", "Bot"),
        Step.MergeByQueue => User(52, "github-merge-queue[bot]", "Bot"),
        _ => User(50, "maintainer"),
    };

    private static JsonObject Payload(string action, JsonObject pull, JsonObject sender)
    {
        var payload = new JsonObject { ["action"] = action, ["number"] = Number, ["pull_request"] = pull.DeepClone(), ["sender"] = sender.DeepClone() };
        (payload["repository"], payload["installation"]) = (Sample["repository"]!.DeepClone(), Sample["installation"]!.DeepClone());
        payload["repository"]!["id"] = SomeId;
        return payload;
    }

    private static JsonObject User(long id, string login, string type = "User")
    {
        var user = Sample["sender"]!.DeepClone().AsObject();
        (user["id"], user["login"], user["type"]) = (id, login, type);
        return user;
    }

    private static string At(int step) => (Start + TimeSpan.FromHours(step)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A delivery of a trace.</summary>
internal sealed record TraceDelivery(string Webhook, string Action, string Sender, string Body);
