using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Answers;

/// <summary>A comment on a line, as payloads show it.</summary>
internal static class LineCommentShape
{
    public static JsonObject Of(SimulatedItem pull, SimulatedComment comment)
    {
        var api = $"{Shapes.Api(pull.Repository)}/pulls/comments/{comment.Id}";
        var (whole, html) = ($"{Shapes.Api(pull.Repository)}/pulls/{pull.Number}", $"{Shapes.Html(pull)}#discussion_r{comment.Id}");
        var shape = new JsonObject
        {
            ["url"] = api,
            ["pull_request_review_id"] = comment.Id + 1,
            ["id"] = comment.Id,
            ["node_id"] = comment.NodeId,
            ["diff_hunk"] = "@@ -0,0 +1 @@\n+hello",
            ["path"] = comment.Path,
            ["position"] = 1,
            ["original_position"] = 1,
            ["commit_id"] = pull.HeadSha,
            ["original_commit_id"] = pull.HeadSha,
            ["user"] = Shapes.User(comment.Author),
            ["body"] = comment.Body,
            ["created_at"] = Shapes.Time(comment.CreatedAt),
            ["updated_at"] = Shapes.Time(comment.UpdatedAt),
            ["html_url"] = html,
            ["pull_request_url"] = whole,
            ["author_association"] = comment.Association,
            ["_links"] = new JsonObject
            {
                ["self"] = new JsonObject { ["href"] = api },
                ["html"] = new JsonObject { ["href"] = html },
                ["pull_request"] = new JsonObject { ["href"] = whole },
            },
            ["reactions"] = Shapes.Reactions($"{api}/reactions", comment.Reactions),
            ["start_line"] = null,
            ["original_start_line"] = null,
            ["start_side"] = null,
            ["line"] = 1,
            ["original_line"] = 1,
            ["side"] = "RIGHT",
            ["subject_type"] = "line",
        };
        if (comment.InReplyTo is { } first)
        {
            shape["in_reply_to_id"] = first;
        }

        return shape;
    }
}
