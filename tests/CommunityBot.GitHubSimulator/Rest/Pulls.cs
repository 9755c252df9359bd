using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Pull requests, where they are more than issues.</summary>
internal static class Pulls
{
    /// <summary>More files than this GitHub does not list.</summary>
    private const int MostFiles = 3000;

    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github)
    {
        routes.MapGet("/pulls/{number:int}", (HttpContext http, int number) =>
            With(github, http, number, pull => Answer.Json(PullRequestShape.Of(github, pull))));
        routes.MapGet("/pulls/{number:int}/files", (HttpContext http, int number) =>
            With(github, http, number, pull => Answer.Page<SimulatedPullFile>(http, [.. pull.Files.Take(MostFiles)], file => File(pull, file))));
    }

    /// <summary>Answers for a pull request.</summary>
    public static IResult With(SimulatedGitHub github, HttpContext http, int number, Func<SimulatedItem, IResult> answer, string permission = "pull_requests=read") =>
        Access.WithItem(github, http, number, item => item.IsPullRequest ? answer(item) : Answer.NotFound(), permission);

    private static JsonObject File(SimulatedItem pull, SimulatedPullFile file)
    {
        // Here, and only here, the path is one part of the address.
        var (html, path) = ($"https://github.com/{pull.Repository.FullName}", Uri.EscapeDataString(file.Filename));
        var shape = new JsonObject
        {
            ["sha"] = file.Sha,
            ["filename"] = file.Filename,
            ["status"] = file.Status,
            ["additions"] = file.Additions,
            ["deletions"] = file.Deletions,
            ["changes"] = file.Additions + file.Deletions,
            ["blob_url"] = $"{html}/blob/{pull.HeadSha}/{path}",
            ["raw_url"] = $"{html}/raw/{pull.HeadSha}/{path}",
            ["contents_url"] = $"{Shapes.Api(pull.Repository)}/contents/{path}?ref={pull.HeadSha}",
        };
        if (file.Patch is not null)
        {
            shape["patch"] = file.Patch;
        }

        if (file.PreviousFilename is not null)
        {
            shape["previous_filename"] = file.PreviousFilename;
        }

        return shape;
    }
}
