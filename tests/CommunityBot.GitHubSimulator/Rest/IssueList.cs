using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Lists issues, and pull requests among them, by as many of GitHub's filters as the bot asks with; another one is an unknown route.</summary>
internal static class IssueList
{
    private static readonly string[] Known = ["assignee", "creator", "direction", "labels", "page", "per_page", "since", "sort", "state"];

    public static IResult Answer(SimulatedGitHub github, HttpContext http, SimulatedRepository repository)
    {
        var query = http.Request.Query;
        var (creator, labels, assignee) = ($"{query["creator"]}", $"{query["labels"]}".Split(',', StringSplitOptions.RemoveEmptyEntries), $"{query["assignee"]}");
        var (state, sort) = (query["state"].ToString() is { Length: > 0 } asked ? asked : "open", $"{query["sort"]}");
        if (query.Keys.Except(Known).Any() || assignee is not ("" or "none") || sort is not ("" or "created" or "updated"))
        {
            github.LogUnknown($"GET {http.Request.Path}{http.Request.QueryString}");
        }

        var since = Issues.Since(http);
        var items = repository.Items.Select(entry => entry.Value)
            .Where(item => !item.Deleted)
            .Where(item => creator.Length == 0 || string.Equals(item.Author?.Login, creator, StringComparison.OrdinalIgnoreCase))
            .Where(item => labels.All(label => item.Labels.Contains(label, StringComparer.OrdinalIgnoreCase)))
            .Where(item => assignee.Length == 0 || item.Assignees.Count == 0)
            .Where(item => state == "all" || (state == "closed") == (item.ClosedAt is not null))
            .Where(item => item.UpdatedAt >= since && github.Faults.Shows(item.CreatedAt))
            .OrderBy(item => sort == "updated" ? item.UpdatedAt : item.CreatedAt).ThenBy(item => item.Number);
        return Rest.Answer.Page<SimulatedItem>(http, query["direction"] == "asc" ? [.. items] : [.. items.Reverse()], item => Shapes.Issue(github, item));
    }
}
