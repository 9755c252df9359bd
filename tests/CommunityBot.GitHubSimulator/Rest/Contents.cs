using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Files and folders of a repository.</summary>
internal static class Contents
{
    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github) => routes.MapGet("/contents/{**path}", (HttpContext http, string? path) =>
        Access.With(github, http, repository => Get(http, repository, path?.Trim('/') ?? ""), "contents=read"));

    private static IResult Get(HttpContext http, SimulatedRepository repository, string path)
    {
        var asked = http.Request.Query["ref"].ToString();
        if (repository.Files.Find(asked) is not { } commit)
        {
            return Answer.Refuse(404, $"No commit found for the ref {asked}");
        }

        var reference = asked.Length == 0 ? repository.DefaultBranch : asked;
        var accept = http.Request.Headers.Accept.ToString();
        if (commit.Files.TryGetValue(path, out var content))
        {
            return accept.Contains(".raw", StringComparison.Ordinal)
                ? Results.Bytes(content, $"{accept.Split(',', ';')[0].Trim()}; charset=utf-8")
                : Answer.Json(ContentShapes.File(repository, commit, reference, path));
        }

        if (ContentShapes.Folder(repository, commit, reference, path) is not { } entries)
        {
            return path.Length == 0 ? Answer.Refuse(404, "This repository is empty.") : Answer.NotFound();
        }

        if (!accept.Contains(".object", StringComparison.Ordinal))
        {
            return Answer.Json(entries);
        }

        JsonObject folder = ContentShapes.Entry(repository, commit, reference, path);
        folder["entries"] = entries;
        return Answer.Json(folder);
    }
}
