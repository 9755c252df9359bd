using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>What a repository has for those who come to it, found as GitHub finds it: by the files' names, in any of three folders, and in the owner's <c>.github</c>.</summary>
internal static class CommunityProfile
{
    private static readonly string[] Folders = [".github/", "", "docs/"];

    /// <summary>The parts that make up the percentage.</summary>
    private static readonly string[] Counted = ["code_of_conduct_file", "contributing", "issue_template", "pull_request_template", "license", "readme"];

    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github) => routes.MapGet("/community/profile", (HttpContext http) =>
        Access.With(github, http, repository => repository.Parent is null ? Answer.Json(Of(github, repository)) : Answer.NotFound(), "contents=read"));

    private static JsonObject Of(SimulatedGitHub github, SimulatedRepository repository)
    {
        var defaults = github.FindRepository(repository.Owner, ".github") is { IsPrivate: false } found ? found : null;
        var files = new JsonObject
        {
            ["code_of_conduct"] = Conduct(repository) ?? Conduct(defaults),
            ["code_of_conduct_file"] = File(repository, "CODE_OF_CONDUCT") ?? File(defaults, "CODE_OF_CONDUCT"),
            ["contributing"] = File(repository, "CONTRIBUTING") ?? File(defaults, "CONTRIBUTING"),
            ["issue_template"] = File(repository, "ISSUE_TEMPLATE") ?? File(defaults, "ISSUE_TEMPLATE"),
            ["pull_request_template"] = File(repository, "PULL_REQUEST_TEMPLATE") ?? File(defaults, "PULL_REQUEST_TEMPLATE"),
            ["license"] = License(repository),
            ["readme"] = File(repository, "README"),
        };
        return new()
        {
            ["health_percentage"] = 100 * Counted.Count(part => files[part] is not null) / Counted.Length,
            ["description"] = "A repository to say hello to",
            ["documentation"] = null,
            ["files"] = files,
            ["updated_at"] = Shapes.Time(repository.Files.Head.At),
            ["content_reports_enabled"] = false,
        };
    }

    private static JsonObject? File(SimulatedRepository? repository, string name) => Find(repository, name, Folders) is not { } path ? null : new()
    {
        ["url"] = $"{Shapes.Api(repository!)}/contents/{ContentShapes.Escape(path)}",
        ["html_url"] = ContentShapes.Html(repository!, repository!.DefaultBranch, path),
    };

    private static JsonObject? Conduct(SimulatedRepository? repository) => Find(repository, "CODE_OF_CONDUCT", Folders) is not { } path ? null : new()
    {
        ["key"] = "other",
        ["name"] = "Other",
        ["html_url"] = ContentShapes.Html(repository!, repository!.DefaultBranch, path),
        ["url"] = "https://api.github.com/codes_of_conduct/other",
    };

    /// <summary>A license is of the repository that it is in, and at its root.</summary>
    private static JsonObject? License(SimulatedRepository repository) => Find(repository, "LICENSE", [""]) is not { } path ? null : new()
    {
        ["key"] = "mit",
        ["name"] = "MIT License",
        ["spdx_id"] = "MIT",
        ["url"] = "https://api.github.com/licenses/mit",
        ["node_id"] = "MDc6TGljZW5zZTEz",
        ["html_url"] = ContentShapes.Html(repository, repository.DefaultBranch, path),
    };

    /// <summary>A file that has a name in any case, with or without an extension.</summary>
    private static string? Find(SimulatedRepository? repository, string name, string[] folders) =>
        folders.SelectMany(folder => repository?.Files.Head.Files.Keys.Where(path => IsNamed(path, folder, name)) ?? []).FirstOrDefault();

    private static bool IsNamed(string path, string folder, string name) =>
        path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && path[folder.Length..] is var file && !file.Contains('/', StringComparison.Ordinal)
        && file.Split('.')[0].Equals(name, StringComparison.OrdinalIgnoreCase);
}
