using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Checks of commits, as far as other Apps made them.</summary>
internal static class CheckSuites
{
    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github) =>
        routes.MapGet("/commits/{reference}/check-suites", (HttpContext http, string reference) =>
            Access.With(github, http, repository => List(http, repository, reference), "checks=read"));

    private static IResult List(HttpContext http, SimulatedRepository repository, string reference) =>
        repository.Files.Find(Uri.UnescapeDataString(reference)) is { } commit
            ? Answer.Page<SimulatedCheckSuite>(http, [.. repository.CheckSuites.Where(suite => suite.HeadSha == commit.Sha)], suite => Shape(repository, suite), "check_suites")
            : Answer.Refuse(422, $"No commit found for SHA: {reference}");

    private static JsonObject Shape(SimulatedRepository repository, SimulatedCheckSuite suite) => new()
    {
        ["id"] = suite.Id,
        ["node_id"] = Shapes.Node("CS", suite.Id),
        ["head_branch"] = null,
        ["head_sha"] = suite.HeadSha,
        ["status"] = suite.Conclusion is null ? "in_progress" : "completed",
        ["conclusion"] = suite.Conclusion,
        ["url"] = $"{Shapes.Api(repository)}/check-suites/{suite.Id}",
        ["before"] = null,
        ["after"] = suite.HeadSha,
        ["pull_requests"] = new JsonArray(),
        ["created_at"] = Shapes.Time(suite.UpdatedAt),
        ["updated_at"] = Shapes.Time(suite.UpdatedAt),
        ["rerequestable"] = true,
        ["runs_rerequestable"] = false,
        ["latest_check_runs_count"] = 1,
        ["check_runs_url"] = $"{Shapes.Api(repository)}/check-suites/{suite.Id}/check-runs",
    };
}
