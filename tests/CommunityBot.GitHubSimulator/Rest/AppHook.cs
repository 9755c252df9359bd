using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;
using CommunityBot.GitHubSimulator.Webhooks;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>The App's own list of deliveries.</summary>
internal static class AppHook
{
    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github)
    {
        routes.MapGet("/app/hook/deliveries", (HttpContext http) => github.Tokens.IsApp(http.Request) ? List(github, http) : Answer.BadJwt());
        routes.MapPost("/app/hook/deliveries/{id:long}/attempts", (HttpRequest request, long id) =>
            !github.Tokens.IsApp(request) ? Answer.BadJwt()
            : github.Hook.AskAgain(id) ? Answer.Json(new JsonObject(), 202)
            : Answer.NotFound());
    }

    /// <summary>Pages go by a cursor: what is added meanwhile shifts nothing.</summary>
    private static IResult List(SimulatedGitHub github, HttpContext http)
    {
        var query = http.Request.Query;
        var size = Math.Clamp(int.TryParse(query["per_page"], out var asked) ? asked : 30, 1, 100);
        var before = long.TryParse(query["cursor"], NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : long.MaxValue;
        var rest = github.Hook.Attempts.Where(attempt => attempt.Id < before).ToList();
        var shown = rest.Take(size).ToList();
        if (rest.Count > shown.Count)
        {
            var request = http.Request;
            http.Response.Headers.Link = $"<{request.Scheme}://{request.Host}{request.Path}?per_page={size}&cursor={shown[^1].Id}>; rel=\"next\"";
        }

        return Answer.Json(new JsonArray([.. shown.Select(Shape)]));
    }

    private static JsonObject Shape(SimulatedAttempt attempt)
    {
        var body = JsonNode.Parse(attempt.Delivery.Body);
        return new JsonObject
        {
            ["id"] = attempt.Id,
            ["guid"] = attempt.Delivery.Id,
            ["delivered_at"] = Shapes.Time(attempt.At),
            ["redelivery"] = attempt.IsRedelivery,
            ["duration"] = 0.27,
            ["status"] = attempt.StatusCode is >= 200 and < 300 ? "OK" : "Invalid HTTP Response",
            ["status_code"] = attempt.StatusCode,
            ["event"] = attempt.Delivery.Event,
            ["action"] = body?["action"]?.DeepClone(),
            ["installation_id"] = body?["installation"]?["id"]?.DeepClone(),
            ["repository_id"] = body?["repository"]?["id"]?.DeepClone(),
            ["throttled_at"] = null,
        };
    }
}
