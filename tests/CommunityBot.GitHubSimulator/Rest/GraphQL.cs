using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Queries;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>
/// The GraphQL interface. A query that asks for something that it does not know is an unknown route. Failures are answered as GitHub does: with status
/// 200 and an error in the body.
/// </summary>
internal static class GraphQL
{
    public static void Map(WebApplication app, GraphQLState state, SimulatedGitHub github)
    {
        foreach (var path in new[] { "/graphql", "/api/graphql" })
        {
            app.MapPost(path, (HttpContext http, JsonObject body) => Answer(state, github, http, body));
        }
    }

    /// <summary>The path that a request is known by: that of its operation, since all of them have the same.</summary>
    public static async Task<string> PathOfAsync(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (!path.EndsWith("/graphql", StringComparison.Ordinal) || !HttpMethods.IsPost(request.Method))
        {
            return path;
        }

        request.EnableBuffering();
        var body = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return QueryParser.NameOf($"{body?["query"]}") is { } name ? $"{path}/{name}" : path;
    }

    private static IResult Answer(GraphQLState state, SimulatedGitHub github, HttpContext http, JsonObject body)
    {
        var installationId = github.Tokens.InstallationOf(http.Request);
        if (installationId == 0)
        {
            return Rest.Answer.Refuse(401, "Bad credentials");
        }

        if (state.LimitReached)
        {
            http.Response.Headers["x-ratelimit-remaining"] = "0";
            github.Faults.Pause(installationId, new Dictionary<string, string> { ["x-ratelimit-reset"] = http.Response.Headers["x-ratelimit-reset"].ToString() });
            return Error("RATE_LIMITED", "API rate limit exceeded for installation.");
        }

        try
        {
            return Answer(state, github, installationId, QueryParser.Parse($"{body["query"]}", body["variables"] as JsonObject ?? []));
        }
        catch (QueryException fault)
        {
            if (fault.IsUnknown)
            {
                github.LogUnknown($"POST /graphql: {fault.Message}");
            }

            return Error(fault.Type, fault.Message);
        }
    }

    private static IResult Answer(GraphQLState state, SimulatedGitHub github, long installationId, QueryOperation operation)
    {
        if (state.Failures.TryGetValue(operation.Name, out var failure))
        {
            return Error(failure.Type, failure.Message);
        }

        var schema = new QuerySchema(github, installationId);
        var root = operation.IsMutation ? new QueryMutations(github, schema).Mutation() : schema.Query();
        return Rest.Answer.Json(new JsonObject { ["data"] = root.Select(operation.Fields) });
    }

    private static IResult Error(string type, string message) => Rest.Answer.Json(new JsonObject
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

    /// <summary>Errors that operations are answered with, by the operation's name; nothing is done then.</summary>
    public ConcurrentDictionary<string, (string Type, string Message)> Failures { get; } = new();
}
