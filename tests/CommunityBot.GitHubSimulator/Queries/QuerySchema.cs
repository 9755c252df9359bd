using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>What can be asked, as an installation.</summary>
internal sealed class QuerySchema(SimulatedGitHub github, long installationId)
{
    public QueryObject Query() => new("Query", new Dictionary<string, Func<QueryField, object?>>
    {
        ["viewer"] = _ => User(github.Bot),
        ["rateLimit"] = _ => new QueryObject("RateLimit", new Dictionary<string, Func<QueryField, object?>>
        {
            ["limit"] = _ => (JsonNode)5000,
            ["cost"] = _ => (JsonNode)1,
            ["remaining"] = _ => (JsonNode)4999,
            ["resetAt"] = _ => (JsonNode)Shapes.Time(github.Time.GetUtcNow().AddHours(1))!,
        }),
        ["node"] = field => field.Text("id") is var id && github.FindUserByNode(id) is { } user ? User(user) : Discussion(Find(id, "discussions=read")),
        ["repository"] = field => Repository(field.Text("owner"), field.Text("name")),
    });

    /// <summary>A discussion that the installation may see, or change.</summary>
    public SimulatedItem Find(string id, string permission)
    {
        var found = github.Repositories.Select(entry => entry.Value).Where(repository => repository.Installation.Id == installationId)
            .SelectMany(repository => repository.Discussions.Values).FirstOrDefault(discussion => discussion.NodeId == id && !discussion.Deleted);
        return found is null ? throw new QueryException("NOT_FOUND", $"Could not resolve to a node with the global id of '{id}'.")
            : found.Repository.Installation.May(permission) ? found
            : throw new QueryException("FORBIDDEN", "Resource not accessible by integration");
    }

    public QueryObject Comment(SimulatedItem discussion, SimulatedComment comment) => new("DiscussionComment", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)Shapes.Node("DC", comment.Id),
        ["url"] = _ => (JsonNode)DiscussionShapes.Html(discussion, comment),
        ["body"] = _ => (JsonNode)comment.Body,
        ["createdAt"] = _ => (JsonNode)Shapes.Time(comment.CreatedAt)!,
        ["viewerDidAuthor"] = _ => (JsonNode)(comment.Author.Id == github.Bot.Id),
        ["author"] = _ => User(comment.Author),
    });

    private QueryObject Repository(string owner, string name)
    {
        var repository = github.FindRepository(owner, name) ?? github.FindFormer(owner, name);
        if (repository?.Installation.Id != installationId)
        {
            throw new QueryException("NOT_FOUND", $"Could not resolve to a Repository with the name '{owner}/{name}'.");
        }

        return new("Repository", new Dictionary<string, Func<QueryField, object?>>
        {
            ["id"] = _ => (JsonNode)Shapes.Node("R", repository.Id),
            ["nameWithOwner"] = _ => (JsonNode)repository.FullName,
            ["label"] = field => repository.Labels.TryGetValue(field.Text("name"), out var label) ? Label(label) : null,
        });
    }

    private QueryObject User(SimulatedUser user) => new(user.Type == "Bot" ? "Bot" : "User", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)Shapes.Node("U", user.Id),
        ["login"] = _ => (JsonNode)user.Login,
        ["databaseId"] = _ => (JsonNode)user.Id,
        ["repositoryDiscussions"] = field => Connection(field, Opened(user, field.Text("repositoryId")), Discussion),
    });

    private List<SimulatedItem> Opened(SimulatedUser user, string repositoryId) =>
    [
        .. from entry in github.Repositories
           let repository = entry.Value
           where repository.Installation.Id == installationId && Shapes.Node("R", repository.Id) == repositoryId && repository.Installation.May("discussions=read")
           from discussion in repository.Discussions.Values
           where !discussion.Deleted && discussion.Author?.Id == user.Id && github.Faults.Shows(discussion.CreatedAt)
           orderby discussion.CreatedAt, discussion.Number
           select discussion,
    ];

    private QueryObject Discussion(SimulatedItem discussion) => new("Discussion", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)discussion.NodeId,
        ["number"] = _ => (JsonNode)discussion.Number,
        ["title"] = _ => (JsonNode)discussion.Title,
        ["url"] = _ => (JsonNode)Shapes.Html(discussion),
        ["createdAt"] = _ => (JsonNode)Shapes.Time(discussion.CreatedAt)!,
        ["closed"] = _ => (JsonNode)(discussion.ClosedAt is not null),
        ["locked"] = _ => (JsonNode)discussion.Locked,
        ["labels"] = field => Connection(field, [.. discussion.Labels], name => Label(github.AddLabel(discussion.Repository, name))),
        ["comments"] = field => Connection(
            field, [.. discussion.Comments.Where(comment => github.Faults.Shows(comment.CreatedAt))], comment => Comment(discussion, comment)),
    });

    private static JsonNode Cursor(int place) => place.ToString(CultureInfo.InvariantCulture);

    private static QueryObject Label(SimulatedLabel label) => new("Label", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)Shapes.Node("LA", label.Id),
        ["name"] = _ => (JsonNode)label.Name,
    });

    /// <summary>A part of a list: the first, or the last before a cursor.</summary>
    private static QueryObject Connection<T>(QueryField field, List<T> all, Func<T, QueryObject> shape)
    {
        var most = field.Number("first", field.Number("last", 0));
        if (most is < 1 or > 100)
        {
            throw new QueryException("MISSING_PAGINATION_BOUNDARIES", $"You must provide a `first` or `last` value of 1 to 100 to properly paginate the `{field.Name}` connection.");
        }

        var fromTheEnd = field.Arguments.ContainsKey("last");
        var end = fromTheEnd ? field.Number("before", all.Count) : Math.Min(most, all.Count);
        var start = fromTheEnd ? Math.Max(end - most, 0) : 0;
        return new("Connection", new Dictionary<string, Func<QueryField, object?>>
        {
            ["totalCount"] = _ => (JsonNode)all.Count,
            ["nodes"] = _ => all[start..end].Select(shape),
            ["pageInfo"] = _ => new QueryObject("PageInfo", new Dictionary<string, Func<QueryField, object?>>
            {
                ["hasPreviousPage"] = _ => (JsonNode)(start > 0),
                ["hasNextPage"] = _ => (JsonNode)(end < all.Count),
                ["startCursor"] = _ => Cursor(start),
                ["endCursor"] = _ => Cursor(end),
            }),
        });
    }
}
