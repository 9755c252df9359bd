using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>Discussions.</summary>
internal sealed partial class QuerySchema
{
    /// <summary>A discussion that the installation may see, or change.</summary>
    public SimulatedItem Find(string id, string permission)
    {
        var (found, comment) = FindWithComment(id, permission);
        return comment is null ? found : throw QueryException.NoNode(id);
    }

    /// <summary>As <see cref="Find"/>, also by the id of a comment, which is told then.</summary>
    public (SimulatedItem Discussion, SimulatedComment? Comment) FindWithComment(string id, string permission)
    {
        var discussions = github.Repositories.Select(entry => entry.Value).Where(Covers).SelectMany(repository => repository.Discussions.Values).Where(discussion => !discussion.Deleted);
        var found = discussions.Select(discussion => (Discussion: discussion, Comment: discussion.Comments.FirstOrDefault(comment => comment.NodeId == id)))
            .FirstOrDefault(known => known.Comment is not null || known.Discussion.NodeId == id);
        Allowed(found.Discussion?.Repository ?? throw QueryException.NoNode(id), permission);
        return found;
    }

    public QueryObject Comment(SimulatedItem discussion, SimulatedComment comment) => new("DiscussionComment", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)comment.NodeId,
        ["url"] = _ => (JsonNode)DiscussionShapes.Html(discussion, comment),
        ["body"] = _ => (JsonNode)comment.Body,
        ["createdAt"] = _ => (JsonNode)Shapes.Time(comment.CreatedAt)!,
        ["viewerDidAuthor"] = _ => (JsonNode)(comment.Author.Id == github.Bot.Id),
        ["author"] = _ => Actor(comment.Author),
    });

    /// <summary>Where discussions are opened; nowhere if they are turned off.</summary>
    public static List<SimulatedCategory> Categories(SimulatedRepository repository) => repository.HasDiscussions ? [.. repository.Categories] : [];

    private static QueryObject Category(SimulatedCategory category) => new("DiscussionCategory", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)category.NodeId,
        ["name"] = _ => (JsonNode)category.Name,
        ["isAnswerable"] = _ => (JsonNode)category.IsAnswerable,
    });

    private QueryObject Discussions(QueryField field, SimulatedRepository repository)
    {
        var category = field.Text("categoryId");
        var found = repository.Discussions.Values.Where(discussion => repository.HasDiscussions && !discussion.Deleted && github.Faults.Shows(discussion.CreatedAt))
            .Where(discussion => category.Length == 0 || discussion.Category?.NodeId == category)
            .OrderBy(discussion => discussion.CreatedAt).ThenBy(discussion => discussion.Number);
        return QueryConnection.Of(field, QueryConnection.Ordered(field, found), Discussion);
    }

    private List<SimulatedItem> Opened(SimulatedUser user, string repositoryId) =>
    [
        .. from entry in github.Repositories
           let repository = entry.Value
           where Covers(repository) && Shapes.Node("R", repository.Id) == repositoryId && repository.Installation.May("discussions=read")
           from discussion in repository.Discussions.Values
           where !discussion.Deleted && discussion.Author?.Id == user.Id && github.Faults.Shows(discussion.CreatedAt)
           orderby discussion.CreatedAt, discussion.Number
           select discussion,
    ];

    public QueryObject Discussion(SimulatedItem discussion) => new("Discussion", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)discussion.NodeId,
        ["number"] = _ => (JsonNode)discussion.Number,
        ["title"] = _ => (JsonNode)discussion.Title,
        ["url"] = _ => (JsonNode)Shapes.Html(discussion),
        ["body"] = _ => (JsonNode)discussion.Body,
        ["createdAt"] = _ => (JsonNode)Shapes.Time(discussion.CreatedAt)!,
        ["viewerDidAuthor"] = _ => (JsonNode)(discussion.Author?.Id == github.Bot.Id),
        ["closed"] = _ => (JsonNode)(discussion.ClosedAt is not null),
        ["locked"] = _ => (JsonNode)discussion.Locked,
        ["labels"] = field => Labels(field, discussion),
        ["comments"] = field => QueryConnection.Of(
            field, [.. discussion.Comments.Where(comment => github.Faults.Shows(comment.CreatedAt))], comment => Comment(discussion, comment)),
    });
}
