using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>
/// The GraphQL interface. It knows whole queries by what they ask for at the top; a query that it does not know is an unknown route. A used up limit is answered
/// as GitHub does: with status 200 and an error in the body.
/// </summary>
internal static class GraphQL
{
    public static void Map(WebApplication app, GraphQLState state, SimulatedGitHub github)
    {
        foreach (var path in new[] { "/graphql", "/api/graphql" })
        {
            app.MapPost(path, (HttpRequest request, JsonObject body) => Answer(state, github, request, $"{body["query"]}"));
        }
    }

    private static IResult Answer(GraphQLState state, SimulatedGitHub github, HttpRequest request, string query)
    {
        if (github.Tokens.InstallationOf(request) == 0)
        {
            return Rest.Answer.Refuse(401, "Bad credentials");
        }

        if (state.LimitReached)
        {
            return Errors("RATE_LIMITED", "API rate limit exceeded for installation.");
        }

        var data = new JsonObject();
        if (query.Contains("viewer", StringComparison.Ordinal))
        {
            data["viewer"] = new JsonObject { ["login"] = github.Bot.Login, ["id"] = Shapes.Node("BOT", github.Bot.Id) };
        }

        if (query.Contains("rateLimit", StringComparison.Ordinal))
        {
            data["rateLimit"] = new JsonObject
            {
                ["limit"] = 5000,
                ["cost"] = 1,
                ["remaining"] = 4999,
                ["resetAt"] = Shapes.Time(github.Time.GetUtcNow().AddHours(1)),
            };
        }

        if (data.Count == 0)
        {
            github.LogUnknown($"POST /graphql {query}");
            return Errors("UNKNOWN_QUERY", "The simulator does not know this query.");
        }

        return Rest.Answer.Json(new JsonObject { ["data"] = data });
    }

    private static IResult Errors(string type, string message) => Rest.Answer.Json(new JsonObject
    {
        ["data"] = null,
        ["errors"] = new JsonArray(new JsonObject { ["type"] = type, ["message"] = message }),
    });
}

/// <summary>What a test sets of the GraphQL interface.</summary>
public sealed class GraphQLState
{
    /// <summary>Whether the points of the hour are used up.</summary>
    public bool LimitReached { get; set; }
}
