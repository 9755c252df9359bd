using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Labels of issues and pull requests.</summary>
internal static class Labels
{
    private const int LongestName = 50;

    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github)
    {
        routes.MapGet("/issues/{number:int}/labels", (HttpContext http, int number) =>
            Access.WithItem(github, http, number, item => Answer.Page(http, item.Labels, name => Shapes.Label(github, item.Repository, name)), "issues=read; pull_requests=read"));
        routes.MapPost("/labels", (HttpContext http, JsonNode body) =>
            Access.With(github, http, repository => Make(github, repository, body), "issues=write; pull_requests=write"));
        routes.MapPost("/issues/{number:int}/labels", (HttpContext http, int number, JsonNode body) =>
            Access.WithItem(github, http, number, item => Add(github, item, body), "issues=write; pull_requests=write"));
    }

    private static IResult Make(SimulatedGitHub github, SimulatedRepository repository, JsonNode body)
    {
        var name = $"{body["name"]}";
        if (name.Length is 0 or > LongestName || repository.Labels.ContainsKey(name))
        {
            return Answer.Refuse(422, "Validation Failed");
        }

        github.AddLabel(repository, name);
        return Answer.Json(Shapes.Label(github, repository, name), 201);
    }

    private static IResult Add(SimulatedGitHub github, SimulatedItem item, JsonNode body)
    {
        if ((body as JsonArray ?? body["labels"]) is not JsonArray labels)
        {
            return Answer.Refuse(422, "Invalid request.\n\n\"labels\" wasn't supplied.");
        }

        var names = labels.Select(label => (label is JsonObject named ? named["name"] : label)?.ToString() ?? "").ToList();
        if (names.Any(name => name.Length is 0 or > LongestName))
        {
            return Answer.Refuse(422, "Validation Failed");
        }

        if (item.Repository.Archived)
        {
            return Answer.Archived();
        }

        foreach (var name in names)
        {
            github.AddLabel(item, name);
        }

        return Answer.Json(new JsonArray([.. item.Labels.Select(name => (JsonNode)Shapes.Label(github, item.Repository, name))]));
    }
}
