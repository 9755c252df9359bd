using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Issues and pull requests, and their comments.</summary>
internal static class Issues
{
    /// <summary>Longest comment that GitHub takes.</summary>
    private const int LongestComment = 65_536;

    private static readonly string[] Reasons = ["completed", "not_planned", "duplicate", "reopened"];

    /// <summary>An item as it is answered when it alone is asked for.</summary>
    public static JsonObject Whole(SimulatedGitHub github, SimulatedItem item)
    {
        var shape = Shapes.Issue(github, item);
        shape["closed_by"] = Shapes.User(item.ClosedBy);
        return shape;
    }

    public static IResult ListComments(SimulatedGitHub github, HttpContext http, SimulatedItem item)
    {
        var since = Since(http);
        return Answer.Page<SimulatedComment>(
            http,
            [.. item.Comments.Where(comment => comment.CreatedAt >= since && github.Faults.Shows(comment.CreatedAt))],
            comment => Shapes.Comment(github, item, comment));
    }

    /// <summary>From when on comments are asked for.</summary>
    public static DateTimeOffset Since(HttpContext http) =>
        DateTimeOffset.TryParse(http.Request.Query["since"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var asked) ? asked : DateTimeOffset.MinValue;

    /// <summary>The refusal of a comment that has no text or too much of it; null for any other.</summary>
    public static IResult? RefuseText(JsonObject body) => $"{body["body"]}".Length is 0 or > LongestComment ? Answer.Refuse(422, "Validation Failed") : null;

    public static IResult AddComment(SimulatedGitHub github, SimulatedItem item, JsonObject body)
    {
        if ((Answer.ClosedOff(item) ?? RefuseText(body)) is { } refusal)
        {
            return refusal;
        }

        var comment = new SimulatedComment(github.NextId(), github.Bot, $"{body["body"]}", github.Time.GetUtcNow());
        item.Add(comment);
        return Answer.Json(Shapes.Comment(github, item, comment), 201);
    }

    /// <summary>Closes or opens it, which is all that is changed here; anything else is an unknown route.</summary>
    public static IResult Change(SimulatedGitHub github, SimulatedItem item, JsonObject body)
    {
        var (state, reason) = (body["state"]?.ToString(), body["state_reason"]?.ToString());
        if (body.Any(member => member.Key is not ("state" or "state_reason")))
        {
            github.LogUnknown($"PATCH issues: {body.ToJsonString()}");
        }

        if (item.Repository.Archived)
        {
            return Answer.Archived();
        }

        if (state is not ("open" or "closed") || (reason is not null && !Reasons.Contains(reason)) || (state == "open" && item.MergedAt is not null))
        {
            return Answer.Refuse(422, "Validation Failed");
        }

        if (state == "open")
        {
            SimulatedGitHub.Reopen(item);
        }
        else if (item.ClosedAt is null)
        {
            github.Close(item, github.Bot, reason);
        }

        return Answer.Json(Whole(github, item));
    }
}
