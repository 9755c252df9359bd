using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>Discussions.</summary>
internal sealed partial class QuerySchema
{
    /// <summary>A discussion that the installation may see, or change.</summary>
    public SimulatedItem Find(string id, string permission)
    {
        var found = github.Repositories.Select(entry => entry.Value).Where(Covers)
            .SelectMany(repository => repository.Discussions.Values).FirstOrDefault(discussion => discussion.NodeId == id && !discussion.Deleted)
            ?? throw QueryException.NoNode(id);
        Allowed(found.Repository, permission);
        return found;
    }

    public QueryObject Comment(SimulatedItem discussion, SimulatedComment comment) => new("DiscussionComment", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)Shapes.Node("DC", comment.Id),
        ["url"] = _ => (JsonNode)DiscussionShapes.Html(discussion, comment),
        ["body"] = _ => (JsonNode)comment.Body,
        ["createdAt"] = _ => (JsonNode)Shapes.Time(comment.CreatedAt)!,
        ["viewerDidAuthor"] = _ => (JsonNode)(comment.Author.Id == github.Bot.Id),
        ["author"] = _ => Actor(comment.Author),
    });

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

    private QueryObject Discussion(SimulatedItem discussion) => new("Discussion", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)discussion.NodeId,
        ["number"] = _ => (JsonNode)discussion.Number,
        ["title"] = _ => (JsonNode)discussion.Title,
        ["url"] = _ => (JsonNode)Shapes.Html(discussion),
        ["createdAt"] = _ => (JsonNode)Shapes.Time(discussion.CreatedAt)!,
        ["closed"] = _ => (JsonNode)(discussion.ClosedAt is not null),
        ["locked"] = _ => (JsonNode)discussion.Locked,
        ["labels"] = field => Labels(field, discussion),
        ["comments"] = field => QueryConnection.Of(
            field, [.. discussion.Comments.Where(comment => github.Faults.Shows(comment.CreatedAt))], comment => Comment(discussion, comment)),
    });
}
