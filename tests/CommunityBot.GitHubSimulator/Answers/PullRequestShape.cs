using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Answers;

/// <summary>A pull request as payloads show it.</summary>
internal static class PullRequestShape
{
    private static readonly string[] OnlyAlone =
    [
        "merged", "mergeable", "rebaseable", "mergeable_state", "merged_by", "comments", "review_comments", "maintainer_can_modify", "commits", "additions", "deletions",
        "changed_files",
    ];

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
            ["body"] = item.Body,
            ["created_at"] = Shapes.Time(item.CreatedAt),
            ["updated_at"] = Shapes.Time(item.UpdatedAt),
            ["closed_at"] = Shapes.Time(item.ClosedAt),
            ["merged_at"] = Shapes.Time(item.MergedAt),
            ["merge_commit_sha"] = item.MergeSha,
            ["assignee"] = Shapes.User(item.Assignees.FirstOrDefault()),
            ["assignees"] = Shapes.Users(item.Assignees),
            ["requested_reviewers"] = Shapes.Users(item.RequestedReviewers),
            ["requested_teams"] = TeamShapes.All(item.RequestedTeams),
            ["labels"] = Shapes.Labels(github, item),
            ["milestone"] = null,
            ["draft"] = item.Draft,
            ["commits_url"] = $"{api}/commits",
            ["review_comments_url"] = $"{api}/comments",
            ["review_comment_url"] = $"{Shapes.Api(item.Repository)}/pulls/comments{{/number}}",
            ["comments_url"] = $"{issue}/comments",
            ["statuses_url"] = $"{Shapes.Api(item.Repository)}/statuses/{item.HeadSha}",
            ["head"] = Branch(github, item.HeadRepository, Owner(github, item.HeadRepository) ?? item.Author, item.HeadRef, item.HeadSha),
            ["base"] = Branch(github, item.Repository, Owner(github, item.Repository), item.BaseRef, item.BaseSha),
            ["_links"] = Links(api, issue, html, $"{Shapes.Api(item.Repository)}/statuses/{item.HeadSha}"),
            ["author_association"] = item.Association,
            ["auto_merge"] = null,
            ["active_lock_reason"] = null,
            ["merged"] = item.MergedAt is not null,
            ["mergeable"] = null,
            ["rebaseable"] = null,
            ["mergeable_state"] = "unknown",
            ["merged_by"] = Shapes.User(item.MergedBy),
            ["comments"] = item.Comments.Count,
            ["review_comments"] = item.LineComments.Count,
            ["maintainer_can_modify"] = true,
            ["commits"] = item.Repository.Files.Between(item.BaseSha, item.HeadSha).Count,
            ["additions"] = item.Files.Sum(file => file.Additions),
            ["deletions"] = item.Files.Sum(file => file.Deletions),
            ["changed_files"] = item.Files.Count,
        };
    }

    /// <summary>A pull request as payloads show it that are about something else.</summary>
    public static JsonObject Simple(SimulatedGitHub github, SimulatedItem item)
    {
        var shape = Of(github, item);
        foreach (var name in OnlyAlone)
        {
            shape.Remove(name);
        }

        return shape;
    }

    private static SimulatedUser? Owner(SimulatedGitHub github, SimulatedRepository? repository) =>
        repository is null ? null : github.FindUser(repository.Owner) ?? repository.Installation.Account;

    private static JsonObject Branch(SimulatedGitHub github, SimulatedRepository? repository, SimulatedUser? owner, string name, string sha) => new()
    {
        ["label"] = $"{owner?.Login}:{name}",
        ["ref"] = name,
        ["sha"] = sha,
        ["user"] = Shapes.User(owner),
        ["repo"] = repository is null ? null : Shapes.Repository(github, repository),
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
