using System.Globalization;
using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Answers;

/// <summary>Accounts, repositories and items as GitHub writes them, in answers and in payloads.</summary>
internal static class Shapes
{
    /// <summary>Whom GitHub names in place of an account that is gone.</summary>
    private static readonly SimulatedUser Ghost = new(10137, "ghost", "User");

    /// <summary>What can be said by a reaction.</summary>
    public static readonly string[] ReactionContents = ["+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"];

    private static readonly string[] AccountLinks =
        ["followers", "following{/other_user}", "gists{/gist_id}", "starred{/owner}{/repo}", "subscriptions", "orgs", "repos", "events{/privacy}", "received_events"];

    private static readonly string[] RepositoryLinks =
    [
        "forks", "keys{/key_id}", "collaborators{/collaborator}", "teams", "hooks", "issues/events{/number}", "events", "assignees{/user}", "branches{/branch}", "tags",
        "git/blobs{/sha}", "git/tags{/sha}", "git/refs{/sha}", "git/trees{/sha}", "statuses/{sha}", "languages", "stargazers", "contributors", "subscribers",
        "subscription", "commits{/sha}", "git/commits{/sha}", "comments{/number}", "issues/comments{/number}", "contents/{+path}", "compare/{base}...{head}",
        "merges", "{archive_format}{/ref}", "downloads", "issues{/number}", "pulls{/number}", "milestones{/number}", "notifications{?since,all,participating}",
        "labels{/name}", "releases{/id}", "deployments",
    ];

    private static readonly string[] RepositoryLinkNames =
    [
        "forks", "keys", "collaborators", "teams", "hooks", "issue_events", "events", "assignees", "branches", "tags", "blobs", "git_tags", "git_refs", "trees", "statuses",
        "languages", "stargazers", "contributors", "subscribers", "subscription", "commits", "git_commits", "comments", "issue_comment", "contents", "compare", "merges",
        "archive", "downloads", "issues", "pulls", "milestones", "notifications", "labels", "releases", "deployments",
    ];

    public static JsonObject? User(SimulatedUser? user)
    {
        if (user is null)
        {
            return null;
        }

        user = user.Deleted ? Ghost : user;
        var api = $"https://api.github.com/users/{user.Login}";
        var shape = new JsonObject
        {
            ["login"] = user.Login,
            ["id"] = user.Id,
            ["node_id"] = Node("U", user.Id),
            ["avatar_url"] = $"https://avatars.githubusercontent.com/u/{user.Id}?v=4",
            ["gravatar_id"] = "",
            ["url"] = api,
            ["html_url"] = $"https://github.com/{user.Login}",
        };
        foreach (var link in AccountLinks)
        {
            var name = link.Split('{')[0];
            shape[name == "orgs" ? "organizations_url" : $"{name}_url"] = $"{api}/{link}";
        }

        shape["type"] = user.Type;
        shape["user_view_type"] = "public";
        shape["site_admin"] = false;
        return shape;
    }

    public static JsonArray Users(IEnumerable<SimulatedUser> users) => new([.. users.Select(user => (JsonNode?)User(user))]);

    /// <summary>An organization, where it is not told as an account.</summary>
    public static JsonObject Organization(SimulatedUser user)
    {
        var api = $"https://api.github.com/orgs/{user.Login}";
        return new()
        {
            ["login"] = user.Login,
            ["id"] = user.Id,
            ["node_id"] = Node("O", user.Id),
            ["url"] = api,
            ["repos_url"] = $"{api}/repos",
            ["events_url"] = $"{api}/events",
            ["hooks_url"] = $"{api}/hooks",
            ["issues_url"] = $"{api}/issues",
            ["members_url"] = $"{api}/members{{/member}}",
            ["public_members_url"] = $"{api}/public_members{{/member}}",
            ["avatar_url"] = $"https://avatars.githubusercontent.com/u/{user.Id}?v=4",
            ["description"] = "",
        };
    }

    public static JsonObject Repository(SimulatedGitHub github, SimulatedRepository repository)
    {
        var api = Api(repository);
        var html = $"https://github.com/{repository.FullName}";
        var shape = new JsonObject
        {
            ["id"] = repository.Id,
            ["node_id"] = Node("R", repository.Id),
            ["name"] = repository.Name,
            ["full_name"] = repository.FullName,
            ["private"] = repository.IsPrivate,
            ["owner"] = User(github.FindUser(repository.Owner) ?? repository.Installation.Account),
            ["html_url"] = html,
            ["description"] = "A repository to say hello to",
            ["fork"] = repository.Parent is not null,
            ["url"] = api,
        };
        for (var i = 0; i < RepositoryLinks.Length; i++)
        {
            shape[$"{RepositoryLinkNames[i]}_url"] = $"{api}/{RepositoryLinks[i]}";
        }

        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("created_at", "2026-01-02T03:04:05Z"), ("updated_at", "2026-11-01T00:00:00Z"), ("pushed_at", "2026-11-01T00:00:00Z"),
            ("git_url", $"git://github.com/{repository.FullName}.git"), ("ssh_url", $"git@github.com:{repository.FullName}.git"), ("clone_url", $"{html}.git"),
            ("svn_url", html), ("homepage", null), ("size", 42), ("stargazers_count", 7), ("watchers_count", 7), ("language", "C#"), ("has_issues", true),
            ("has_projects", true), ("has_downloads", true), ("has_wiki", false), ("has_pages", false), ("has_discussions", repository.HasDiscussions), ("forks_count", 3),
            ("mirror_url", null), ("archived", repository.Archived), ("disabled", false), ("open_issues_count", repository.Items.Count), ("license", null),
            ("allow_forking", true), ("is_template", false), ("web_commit_signoff_required", false), ("topics", new JsonArray("hello")),
            ("visibility", repository.IsPrivate ? "private" : "public"), ("forks", 3), ("open_issues", repository.Items.Count), ("watchers", 7), ("default_branch", repository.DefaultBranch),
        })
        {
            shape[name] = value;
        }

        return shape;
    }

    /// <summary>A repository as it is answered when it alone is asked for.</summary>
    public static JsonObject WholeRepository(SimulatedGitHub github, SimulatedRepository repository)
    {
        var shape = Repository(github, repository);
        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("permissions", new JsonObject { ["admin"] = false, ["maintain"] = false, ["push"] = false, ["triage"] = false, ["pull"] = false }),
            ("temp_clone_token", null), ("custom_properties", new JsonObject()), ("network_count", 3), ("subscribers_count", 2),
        })
        {
            shape[name] = value;
        }

        if (shape["owner"] is JsonObject owner && $"{owner["type"]}" == "Organization")
        {
            shape["organization"] = owner.DeepClone();
        }

        if (repository.Parent is { } parent)
        {
            shape["parent"] = Repository(github, parent);
            shape["source"] = Repository(github, parent);
        }

        return shape;
    }

    /// <summary>An item as the issues of the REST interface show it; pull requests are among them.</summary>
    public static JsonObject Issue(SimulatedGitHub github, SimulatedItem item)
    {
        var api = $"{Api(item.Repository)}/issues/{item.Number}";
        var html = Html(item);
        var shape = new JsonObject
        {
            ["url"] = api,
            ["repository_url"] = Api(item.Repository),
            ["labels_url"] = $"{api}/labels{{/name}}",
            ["comments_url"] = $"{api}/comments",
            ["events_url"] = $"{api}/events",
            ["html_url"] = html,
            ["id"] = item.Id,
            ["node_id"] = Node(item.IsPullRequest ? "PR" : "I", item.Id),
            ["number"] = item.Number,
            ["title"] = item.Title,
            ["user"] = User(item.Author),
            ["labels"] = Labels(github, item),
            ["state"] = item.ClosedAt is null ? "open" : "closed",
            ["locked"] = item.Locked,
            ["assignee"] = User(item.Assignees.FirstOrDefault()),
            ["assignees"] = Users(item.Assignees),
            ["milestone"] = null,
            ["comments"] = item.Comments.Count,
            ["created_at"] = Time(item.CreatedAt),
            ["updated_at"] = Time(item.UpdatedAt),
            ["closed_at"] = Time(item.ClosedAt),
            ["author_association"] = item.Association,
            ["active_lock_reason"] = null,
            ["body"] = item.Body,
            ["reactions"] = Reactions($"{api}/reactions", item.Reactions),
            ["timeline_url"] = $"{api}/timeline",
            ["performed_via_github_app"] = null,
            ["state_reason"] = item.StateReason,
        };
        if (item.IsPullRequest)
        {
            shape["draft"] = item.Draft;
            shape["pull_request"] = new JsonObject
            {
                ["url"] = $"{Api(item.Repository)}/pulls/{item.Number}",
                ["html_url"] = html,
                ["diff_url"] = $"{html}.diff",
                ["patch_url"] = $"{html}.patch",
                ["merged_at"] = Time(item.MergedAt),
            };
        }

        return shape;
    }

    public static JsonArray Labels(SimulatedGitHub github, SimulatedItem item) => new([.. item.Labels.Select(name => (JsonNode)Label(github, item.Repository, name))]);

    public static JsonObject Label(SimulatedGitHub github, SimulatedRepository repository, string name)
    {
        var label = github.AddLabel(repository, name);
        return new()
        {
            ["id"] = label.Id,
            ["node_id"] = Node("LA", label.Id),
            ["url"] = $"{Api(repository)}/labels/{Uri.EscapeDataString(label.Name)}",
            ["name"] = label.Name,
            ["color"] = label.Color,
            ["default"] = false,
            ["description"] = label.Description,
        };
    }

    public static JsonObject Comment(SimulatedGitHub github, SimulatedItem item, SimulatedComment comment)
    {
        var api = $"{Api(item.Repository)}/issues/comments/{comment.Id}";
        return new()
        {
            ["url"] = api,
            ["html_url"] = $"{Html(item)}#issuecomment-{comment.Id}",
            ["issue_url"] = $"{Api(item.Repository)}/issues/{item.Number}",
            ["id"] = comment.Id,
            ["node_id"] = comment.NodeId,
            ["user"] = User(comment.Author),
            ["created_at"] = Time(comment.CreatedAt),
            ["updated_at"] = Time(comment.UpdatedAt),
            ["author_association"] = comment.Association,
            ["body"] = comment.Body,
            ["reactions"] = Reactions($"{api}/reactions", comment.Reactions),
            ["performed_via_github_app"] = comment.Author.Id == github.Bot.Id ? App(github) : null,
        };
    }

    public static JsonObject App(SimulatedGitHub github) => App(github, github.App);

    public static JsonObject App(SimulatedGitHub github, SimulatedApp app) => new()
    {
        ["id"] = app.Id,
        ["client_id"] = app.ClientId,
        ["slug"] = app.Slug,
        ["node_id"] = Node("A", app.Id),
        ["owner"] = User(github.AddUser(app.Owner, "Organization")),
        ["name"] = app.Name,
        ["description"] = "",
        ["external_url"] = "https://github.com/community-bot",
        ["html_url"] = $"https://github.com/apps/{app.Slug}",
        ["created_at"] = "2026-01-01T00:00:00Z",
        ["updated_at"] = "2026-01-01T00:00:00Z",
        ["permissions"] = Permissions(app.Permissions),
        ["events"] = new JsonArray([.. app.Events.Select(name => (JsonNode)name)]),
    };

    public static JsonObject Installation(SimulatedGitHub github, Installation installation) => new()
    {
        ["id"] = installation.Id,
        ["client_id"] = github.App.ClientId,
        ["account"] = User(installation.Account),
        ["repository_selection"] = "selected",
        ["access_tokens_url"] = $"https://api.github.com/app/installations/{installation.Id}/access_tokens",
        ["repositories_url"] = "https://api.github.com/installation/repositories",
        ["html_url"] = $"https://github.com/settings/installations/{installation.Id}",
        ["app_id"] = github.AppId,
        ["app_slug"] = github.Slug,
        ["target_id"] = installation.Account.Id,
        ["target_type"] = installation.Account.Type,
        ["permissions"] = Permissions(installation.Permissions),
        ["events"] = new JsonArray("discussion", "issues", "pull_request", "push", "repository"),
        ["created_at"] = Time(installation.CreatedAt),
        ["updated_at"] = Time(installation.CreatedAt),
        ["single_file_name"] = null,
        ["has_multiple_single_files"] = false,
        ["single_file_paths"] = new JsonArray(),
        ["suspended_by"] = null,
        ["suspended_at"] = installation.Suspended ? Time(github.Time.GetUtcNow()) : null,
    };

    public static JsonObject Permissions(IEnumerable<KeyValuePair<string, string>> permissions) =>
        new(permissions.OrderBy(permission => permission.Key, StringComparer.Ordinal).Select(permission => KeyValuePair.Create(permission.Key, (JsonNode?)permission.Value)));

    public static string Api(SimulatedRepository repository) => $"https://api.github.com/repos/{repository.FullName}";

    public static string Html(SimulatedItem item) => $"https://github.com/{item.Repository.FullName}/{(item.IsPullRequest ? "pull" : item.IsDiscussion ? "discussions" : "issues")}/{item.Number}";

    public static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Node(string kind, long id) => $"{kind}_kgDO{id:x8}";

    public static JsonObject Reactions(string url, IReadOnlyList<SimulatedReaction> reactions)
    {
        var shape = new JsonObject { ["url"] = url, ["total_count"] = reactions.Count };
        foreach (var content in ReactionContents)
        {
            shape[content] = reactions.Count(reaction => reaction.Content == content);
        }

        return shape;
    }
}
