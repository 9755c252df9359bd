using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Answers;

/// <summary>Checks as GitHub writes them.</summary>
internal static class CheckRunShapes
{
    public static JsonObject Of(SimulatedGitHub github, SimulatedRepository repository, SimulatedCheckRun run)
    {
        var api = $"{Shapes.Api(repository)}/check-runs/{run.Id}";
        var html = $"https://github.com/{repository.FullName}/runs/{run.Id}";
        return new()
        {
            ["id"] = run.Id,
            ["name"] = run.Name,
            ["node_id"] = Shapes.Node("CR", run.Id),
            ["head_sha"] = run.HeadSha,
            ["external_id"] = run.ExternalId ?? "",
            ["url"] = api,
            ["html_url"] = html,
            ["details_url"] = run.DetailsUrl ?? "https://github.com/community-bot",
            ["status"] = run.Status,
            ["conclusion"] = run.Conclusion,
            ["started_at"] = Shapes.Time(run.StartedAt),
            ["completed_at"] = Shapes.Time(run.CompletedAt),
            ["output"] = new JsonObject
            {
                ["title"] = run.Title,
                ["summary"] = run.Summary,
                ["text"] = run.Text,
                ["annotations_count"] = run.Annotations.Count,
                ["annotations_url"] = $"{api}/annotations",
            },
            ["check_suite"] = new JsonObject { ["id"] = run.SuiteId },
            ["app"] = Shapes.App(github),
            ["pull_requests"] = new JsonArray([.. repository.Items.Values.Where(item => IsOf(item, repository, run)).Select(item => (JsonNode)PullRequest(item))]),
        };
    }

    public static JsonObject Annotation(SimulatedRepository repository, SimulatedCheckRun run, CheckAnnotation annotation) => new()
    {
        ["path"] = annotation.Path,
        ["blob_href"] = ContentShapes.Html(repository, run.HeadSha, annotation.Path),
        ["start_line"] = annotation.StartLine,
        ["start_column"] = annotation.StartColumn,
        ["end_line"] = annotation.EndLine,
        ["end_column"] = annotation.EndColumn,
        ["annotation_level"] = annotation.Level,
        ["title"] = annotation.Title,
        ["message"] = annotation.Message,
        ["raw_details"] = annotation.RawDetails,
    };

    /// <summary>Pull requests from forks are not told here.</summary>
    private static bool IsOf(SimulatedItem item, SimulatedRepository repository, SimulatedCheckRun run) =>
        item.IsPullRequest && item.ClosedAt is null && item.HeadSha == run.HeadSha && item.HeadRepository == repository;

    private static JsonObject PullRequest(SimulatedItem item) => new()
    {
        ["url"] = $"{Shapes.Api(item.Repository)}/pulls/{item.Number}",
        ["id"] = item.Id,
        ["number"] = item.Number,
        ["head"] = End(item.HeadRef, item.HeadSha, item.Repository),
        ["base"] = End(item.BaseRef, item.BaseSha, item.Repository),
    };

    private static JsonObject End(string name, string sha, SimulatedRepository repository) => new()
    {
        ["ref"] = name,
        ["sha"] = sha,
        ["repo"] = new JsonObject { ["id"] = repository.Id, ["url"] = Shapes.Api(repository), ["name"] = repository.Name },
    };
}
