using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>What GitHub takes of a check.</summary>
internal static class CheckRunRules
{
    private const int MostAnnotations = 50;
    private const int LongestText = 65_535;
    private const int LongestTitle = 255;

    private static readonly string[] Statuses = ["queued", "in_progress", "completed"];
    private static readonly string[] Conclusions = ["action_required", "cancelled", "failure", "neutral", "success", "skipped", "timed_out"];
    private static readonly string[] Levels = ["notice", "warning", "failure"];

    /// <summary>What is wrong with a check; null if nothing is.</summary>
    public static string? Problem(JsonObject body) =>
        NotOneOf(body, "status", Statuses) ?? NotOneOf(body, "conclusion", Conclusions)
        ?? ($"{body["status"]}" == "completed" && body["conclusion"] is null ? "\"conclusion\" wasn't supplied." : null)
        ?? (body["output"] is JsonObject output ? OutputProblem(output) : null);

    public static CheckAnnotation Read(JsonObject annotation) => new(
        annotation["path"]!.ToString(),
        (int)annotation["start_line"]!,
        (int)annotation["end_line"]!,
        (int?)annotation["start_column"],
        (int?)annotation["end_column"],
        annotation["annotation_level"]!.ToString(),
        annotation["message"]!.ToString(),
        annotation["title"]?.ToString(),
        annotation["raw_details"]?.ToString());

    private static string? OutputProblem(JsonObject output)
    {
        var annotations = output["annotations"] as JsonArray ?? [];
        return Missing(output, "title") ?? Missing(output, "summary") ?? TooLong(output, "summary", LongestText) ?? TooLong(output, "text", LongestText)
            ?? (annotations.Count > MostAnnotations ? $"No more than {MostAnnotations} items are allowed; {annotations.Count} were supplied." : null)
            ?? annotations.Select(annotation => AnnotationProblem(annotation!.AsObject())).FirstOrDefault(problem => problem is not null);
    }

    private static string? AnnotationProblem(JsonObject annotation)
    {
        foreach (var name in new[] { "path", "start_line", "end_line", "annotation_level", "message" })
        {
            if (Missing(annotation, name) is { } missing)
            {
                return missing;
            }
        }

        var (start, end) = ((int)annotation["start_line"]!, (int)annotation["end_line"]!);
        return start < 1 || end < start ? "\"end_line\" must not be before \"start_line\"."
            : start != end && (annotation["start_column"] ?? annotation["end_column"]) is not null ? "Columns are allowed only on a single line."
            : NotOneOf(annotation, "annotation_level", Levels) ?? TooLong(annotation, "title", LongestTitle) ?? TooLong(annotation, "message", LongestText)
                ?? TooLong(annotation, "raw_details", LongestText);
    }

    private static string? Missing(JsonObject part, string name) => string.IsNullOrEmpty(part[name]?.ToString()) ? $"\"{name}\" wasn't supplied." : null;

    private static string? NotOneOf(JsonObject part, string name, string[] known) =>
        part[name]?.ToString() is { } value && !known.Contains(value) ? $"For 'properties/{name}', \"{value}\" is not a member of {string.Join(", ", known)}." : null;

    private static string? TooLong(JsonObject part, string name, int most) =>
        part[name]?.ToString() is { } value && value.Length > most ? $"Only {most} characters are allowed; {value.Length} were supplied." : null;
}
