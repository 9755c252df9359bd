using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Checks of commits.</summary>
internal static class CheckRuns
{
    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github)
    {
        routes.MapPost("/check-runs", (HttpContext http, JsonObject body) =>
            Access.With(github, http, repository => Create(github, repository, body), "checks=write"));
        routes.MapGet("/check-runs/{run:long}", (HttpContext http, long run) =>
            WithRun(github, http, run, "checks=read", (repository, found) => Answer.Json(CheckRunShapes.Of(github, repository, found))));
        routes.MapPatch("/check-runs/{run:long}", (HttpContext http, long run, JsonObject body) =>
            WithRun(github, http, run, "checks=write", (repository, found) => Change(github, repository, found, body)));
        routes.MapGet("/check-runs/{run:long}/annotations", (HttpContext http, long run) =>
            WithRun(github, http, run, "checks=read", (repository, found) =>
                Answer.Page(http, found.Annotations, annotation => CheckRunShapes.Annotation(repository, found, annotation))));
        routes.MapGet("/commits/{reference}/check-runs", (HttpContext http, string reference) =>
            Access.With(github, http, repository => List(github, http, repository, reference), "checks=read"));
    }

    private static IResult WithRun(
        SimulatedGitHub github, HttpContext http, long id, string permission, Func<SimulatedRepository, SimulatedCheckRun, IResult> answer) =>
        Access.With(
            github, http, repository => repository.CheckRuns.FirstOrDefault(run => run.Id == id) is { } found ? answer(repository, found) : Answer.NotFound(), permission);

    private static IResult Create(SimulatedGitHub github, SimulatedRepository repository, JsonObject body)
    {
        var sha = body["head_sha"]?.ToString();
        var problem = string.IsNullOrEmpty(body["name"]?.ToString()) ? "\"name\" wasn't supplied."
            : string.IsNullOrEmpty(sha) ? "\"head_sha\" wasn't supplied."
            : CheckRunRules.Problem(body);
        if (problem is not null)
        {
            return Invalid(problem);
        }

        if (repository.Files.Find(sha)?.Sha != sha)
        {
            return Answer.Refuse(422, $"No commit found for SHA: {sha}");
        }

        if (repository.Archived)
        {
            return Answer.Archived();
        }

        var run = new SimulatedCheckRun(github.NextId(), repository.SuiteOf(sha!, github.NextId), sha!, github.Time.GetUtcNow());
        Apply(github, run, body);
        repository.Add(run);
        return Answer.Json(CheckRunShapes.Of(github, repository, run), 201);
    }

    private static IResult Change(SimulatedGitHub github, SimulatedRepository repository, SimulatedCheckRun run, JsonObject body)
    {
        if (CheckRunRules.Problem(body) is { } problem)
        {
            return Invalid(problem);
        }

        if (repository.Archived)
        {
            return Answer.Archived();
        }

        Apply(github, run, body);
        return Answer.Json(CheckRunShapes.Of(github, repository, run));
    }

    private static void Apply(SimulatedGitHub github, SimulatedCheckRun run, JsonObject body)
    {
        run.Name = body["name"]?.ToString() ?? run.Name;
        run.ExternalId = body["external_id"]?.ToString() ?? run.ExternalId;
        run.DetailsUrl = body["details_url"]?.ToString() ?? run.DetailsUrl;
        run.StartedAt = Time(body["started_at"]) ?? run.StartedAt;

        // With a conclusion it is completed, whatever else is said of it; begun again, it has none.
        if (body["conclusion"]?.ToString() is { } conclusion)
        {
            (run.Status, run.Conclusion) = ("completed", conclusion);
            run.CompletedAt = Time(body["completed_at"]) ?? github.Time.GetUtcNow();
        }
        else if (body["status"]?.ToString() is { } status)
        {
            (run.Status, run.Conclusion, run.CompletedAt) = (status, null, null);
        }

        if (body["output"] is JsonObject output)
        {
            (run.Title, run.Summary, run.Text) = (output["title"]?.ToString() ?? run.Title, output["summary"]!.ToString(), output["text"]?.ToString());
            run.Add((output["annotations"] as JsonArray ?? []).Select(annotation => CheckRunRules.Read(annotation!.AsObject())));
        }
    }

    private static IResult List(SimulatedGitHub github, HttpContext http, SimulatedRepository repository, string reference)
    {
        if (repository.Files.Find(Uri.UnescapeDataString(reference)) is not { } commit)
        {
            return Answer.Refuse(422, $"No commit found for SHA: {reference}");
        }

        var query = http.Request.Query;
        var (name, status) = (query["check_name"].ToString(), query["status"].ToString());
        var runs = repository.CheckRuns.Where(run => run.HeadSha == commit.Sha && github.Faults.Shows(run.CreatedAt))
            .Where(run => name.Length == 0 || run.Name == name)
            .OrderByDescending(run => run.Id);
        var shown = (query["filter"] == "all" ? runs : runs.DistinctBy(run => run.Name)).Where(run => status.Length == 0 || run.Status == status);
        return Answer.Page(http, [.. shown], run => CheckRunShapes.Of(github, repository, run), "check_runs");
    }

    private static IResult Invalid(string problem) => Answer.Refuse(422, $"Invalid request.\n\n{problem}");

    private static DateTimeOffset? Time(JsonNode? value) => value is null ? null : DateTimeOffset.Parse(value.ToString(), CultureInfo.InvariantCulture);
}
