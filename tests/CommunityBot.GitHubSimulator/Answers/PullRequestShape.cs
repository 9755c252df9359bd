using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Answers;

/// <summary>A pull request as payloads show it.</summary>
internal static class PullRequestShape
{
    private const string Head = "9f2c1d7be01a4d6f8e3b5c7a9d0f1e2b3c4d5e6f";
    private const string Base = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";

    public static JsonObject Of(SimulatedGitHub github, SimulatedItem item)
    {
        var api = $"{Shapes.Api(item.Repository)}/pulls/{item.Number}";
        var issue = $"{Shapes.Api(item.Repository)}/issues/{item.Number}";
        var html = Shapes.Html(item);
        return new()
        {
            ["url"] = api,
            ["id"] = item.Id,
            ["node_id"] = Shapes.Node("PR", item.Id),
            ["html_url"] = html,
            ["diff_url"] = $"{html}.diff",
            ["patch_url"] = $"{html}.patch",
            ["issue_url"] = issue,
            ["number"] = item.Number,
            ["state"] = item.ClosedAt is null ? "open" : "closed",
            ["locked"] = item.Locked,
            ["title"] = item.Title,
            ["user"] = Shapes.User(item.Author),
            ["body"] = "What this changes, and why.",
            ["created_at"] = Shapes.Time(item.CreatedAt),
            ["updated_at"] = Shapes.Time(item.ClosedAt ?? item.CreatedAt),
            ["closed_at"] = Shapes.Time(item.ClosedAt),
            ["merged_at"] = Shapes.Time(item.MergedAt),
            ["merge_commit_sha"] = item.MergedAt is null ? null : Head,
            ["assignee"] = null,
            ["assignees"] = new JsonArray(),
            ["requested_reviewers"] = new JsonArray(),
            ["requested_teams"] = new JsonArray(),
            ["labels"] = Shapes.Labels(github, item),
            ["milestone"] = null,
            ["draft"] = item.Draft,
            ["commits_url"] = $"{api}/commits",
            ["review_comments_url"] = $"{api}/comments",
            ["review_comment_url"] = $"{Shapes.Api(item.Repository)}/pulls/comments{{/number}}",
            ["comments_url"] = $"{issue}/comments",
            ["statuses_url"] = $"{Shapes.Api(item.Repository)}/statuses/{Head}",
            ["head"] = Branch(github, item, item.Author, "fix", Head),
            ["base"] = Branch(github, item, item.Repository.Installation.Account, "main", Base),
            ["_links"] = Links(api, issue, html, $"{Shapes.Api(item.Repository)}/statuses/{Head}"),
            ["author_association"] = item.Association,
            ["auto_merge"] = null,
            ["active_lock_reason"] = null,
            ["merged"] = item.MergedAt is not null,
            ["mergeable"] = null,
            ["rebaseable"] = null,
            ["mergeable_state"] = "unknown",
            ["merged_by"] = null,
            ["comments"] = item.Comments.Count,
            ["review_comments"] = 0,
            ["maintainer_can_modify"] = true,
            ["commits"] = 1,
            ["additions"] = 3,
            ["deletions"] = 1,
            ["changed_files"] = 1,
        };
    }

    private static JsonObject Branch(SimulatedGitHub github, SimulatedItem item, SimulatedUser? owner, string name, string sha) => new()
    {
        ["label"] = $"{owner?.Login}:{name}",
        ["ref"] = name,
        ["sha"] = sha,
        ["user"] = Shapes.User(owner),
        ["repo"] = Shapes.Repository(github, item.Repository),
    };

    private static JsonObject Links(string api, string issue, string html, string statuses)
    {
        static JsonObject To(string address) => new() { ["href"] = address };
        return new()
        {
            ["self"] = To(api),
            ["html"] = To(html),
            ["issue"] = To(issue),
            ["comments"] = To($"{issue}/comments"),
            ["review_comments"] = To($"{api}/comments"),
            ["review_comment"] = To($"{api}/comments{{/number}}"),
            ["commits"] = To($"{api}/commits"),
            ["statuses"] = To(statuses),
        };
    }
}
