using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Issues and pull requests, their comments and reactions.</summary>
internal static class Issues
{
    /// <summary>Longest comment that GitHub takes.</summary>
    private const int LongestComment = 65_536;

    /// <summary>An item as it is answered when it alone is asked for.</summary>
    public static JsonObject Whole(SimulatedGitHub github, SimulatedItem item)
    {
        var shape = Shapes.Issue(github, item);
        shape["closed_by"] = Shapes.User(item.ClosedBy);
        return shape;
    }

    public static IResult ListComments(SimulatedGitHub github, HttpContext http, SimulatedItem item)
    {
        var since = DateTimeOffset.TryParse(http.Request.Query["since"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var asked)
            ? asked : DateTimeOffset.MinValue;
        return Answer.Page<SimulatedComment>(
            http,
            [.. item.Comments.Where(comment => comment.CreatedAt >= since && github.Faults.Shows(comment.CreatedAt))],
            comment => Shapes.Comment(github, item, comment));
    }

    public static IResult AddComment(SimulatedGitHub github, SimulatedItem item, JsonObject body)
    {
        if (Refusal(item) is { } refusal)
        {
            return refusal;
        }

        var text = body["body"]?.ToString() ?? "";
        if (text.Length is 0 or > LongestComment)
        {
            return Answer.Refuse(422, "Validation Failed");
        }

        var comment = new SimulatedComment(github.NextId(), github.Bot, text, github.Time.GetUtcNow());
        item.Add(comment);
        return Answer.Json(Shapes.Comment(github, item, comment), 201);
    }

    public static IResult AddReaction(SimulatedGitHub github, SimulatedItem item, JsonObject body)
    {
        if (Refusal(item) is { } refusal)
        {
            return refusal;
        }

        var reaction = new SimulatedReaction(github.NextId(), github.Bot, body["content"]?.ToString() ?? "", github.Time.GetUtcNow());
        var isNew = item.Add(reaction);
        return Answer.Json(
            new JsonObject
            {
                ["id"] = reaction.Id,
                ["node_id"] = Shapes.Node("REA", reaction.Id),
                ["user"] = Shapes.User(github.Bot),
                ["content"] = reaction.Content,
                ["created_at"] = Shapes.Time(reaction.CreatedAt),
            },
            isNew ? 201 : 200);
    }

    private static IResult? Refusal(SimulatedItem item) =>
        item.Repository.Archived ? Answer.Refuse(403, "Repository was archived so is read-only.")
        : item.Locked ? Answer.Refuse(403, "Unable to create comment because issue is locked.")
        : null;
}
