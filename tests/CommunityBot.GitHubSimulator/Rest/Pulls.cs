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
        routes.MapGet("/pulls/{number:int}/comments", (HttpContext http, int number) =>
            With(github, http, number, pull => ListComments(github, http, pull)));
        routes.MapPost("/pulls/{number:int}/comments/{comment:long}/replies", (HttpContext http, int number, long comment, JsonObject body) =>
            With(github, http, number, pull => Reply(github, pull, comment, body), "pull_requests=write"));
    }

    private static IResult ListComments(SimulatedGitHub github, HttpContext http, SimulatedItem pull)
    {
        var since = Issues.Since(http);
        return Answer.Page<SimulatedComment>(
            http,
            [.. pull.LineComments.Where(comment => comment.UpdatedAt >= since && github.Faults.Shows(comment.CreatedAt))],
            comment => LineCommentShape.Of(pull, comment));
    }

    // A reply to a reply is not taken: https://docs.github.com/rest/pulls/comments#create-a-reply-for-a-review-comment
    private static IResult Reply(SimulatedGitHub github, SimulatedItem pull, long id, JsonObject body)
    {
        var first = pull.LineComments.FirstOrDefault(comment => comment.Id == id && comment.InReplyTo is null);
        if ((first is null ? Answer.NotFound() : Answer.ClosedOff(pull) ?? Issues.RefuseText(body)) is { } refusal)
        {
            return refusal;
        }

        var reply = new SimulatedComment(github.NextId(), github.Bot, $"{body["body"]}", github.Time.GetUtcNow()) { Kind = first!.Kind, Path = first.Path, InReplyTo = id };
        pull.Add(reply);
        return Answer.Json(LineCommentShape.Of(pull, reply), 201);
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
