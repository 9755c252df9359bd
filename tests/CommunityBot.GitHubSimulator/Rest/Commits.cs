using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Commits, as far as the bot asks for them.</summary>
internal static class Commits
{
    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github) =>
        routes.MapGet("/commits/{reference}", (HttpContext http, string reference) => Access.With(
            github,
            http,
            repository => repository.Files.Find(Uri.UnescapeDataString(reference)) is { } commit
                ? Answer.Json(Shape(repository, commit))
                : Answer.Refuse(422, $"No commit found for SHA: {reference}"),
            "contents=read"));

    private static JsonObject Shape(SimulatedRepository repository, SimulatedCommit commit)
    {
        string?[] parents = [commit.Parent, commit.Message.StartsWith(SimulatedGitHub.MergeFromBase, StringComparison.Ordinal) ? repository.Files.Head.Sha : null];
        return new()
        {
            ["sha"] = commit.Sha,
            ["url"] = $"{Shapes.Api(repository)}/commits/{commit.Sha}",
            ["commit"] = new JsonObject { ["message"] = commit.Message },
            ["parents"] = new JsonArray([.. parents.OfType<string>().Select(sha => (JsonNode)new JsonObject { ["sha"] = sha, ["url"] = $"{Shapes.Api(repository)}/commits/{sha}" })]),
        };
    }
}
