using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>What can be changed, as an installation.</summary>
internal sealed class QueryMutations(SimulatedGitHub github, QuerySchema schema)
{
    private const int LongestTitle = 256;
    private const int LongestBody = 65_536;

    private static readonly string[] Reactions = ["THUMBS_UP", "THUMBS_DOWN", "LAUGH", "HOORAY", "CONFUSED", "HEART", "ROCKET", "EYES"];

    public QueryObject Mutation() => new("Mutation", new Dictionary<string, Func<QueryField, object?>>
    {
        ["createDiscussion"] = field => Create(Input(field, "repositoryId", "categoryId", "title", "body")),
        ["addDiscussionComment"] = field => Comment(Input(field, "discussionId", "body")),
        ["addReaction"] = field => React(Input(field, "subjectId", "content")),
        ["addLabelsToLabelable"] = field => AddLabels(Input(field, "labelableId", "labelIds")),
    });

    private QueryObject Create(JsonObject input)
    {
        var (repository, category) = (schema.FindRepository($"{input["repositoryId"]}", "discussions=write"), $"{input["categoryId"]}");
        var found = QuerySchema.Categories(repository).FirstOrDefault(known => known.NodeId == category) ?? throw QueryException.NoNode(category);
        RefuseArchived(repository);
        var discussion = github.OpenDiscussion(
            repository, github.Bot, Text(input, "title", LongestTitle), category: found, body: Text(input, "body", LongestBody));
        return Payload("CreateDiscussionPayload", input, ("discussion", _ => schema.Discussion(discussion)));
    }

    private QueryObject Comment(JsonObject input)
    {
        var discussion = Open($"{input["discussionId"]}");
        var comment = github.Comment(discussion, github.Bot, Text(input, "body", LongestBody));
        return Payload("AddDiscussionCommentPayload", input, ("comment", _ => schema.Comment(discussion, comment)));
    }

    private QueryObject React(JsonObject input)
    {
        var (discussion, comment) = schema.FindWithComment($"{input["subjectId"]}", "discussions=write");
        RefuseClosedOff(discussion);
        var content = $"{input["content"]}";
        if (!Reactions.Contains(content))
        {
            throw new QueryException("argumentLiteralsIncompatible", $"'{content}' is no ReactionContent.");
        }

        var name = content switch { "THUMBS_UP" => "+1", "THUMBS_DOWN" => "-1", _ => content.ToLowerInvariant() };
        var reaction = new SimulatedReaction(github.NextId(), github.Bot, name, github.Time.GetUtcNow());
        _ = comment?.Add(reaction) ?? discussion.Add(reaction);
        return Payload("AddReactionPayload", input, ("reaction", _ => new QueryObject("Reaction", new Dictionary<string, Func<QueryField, object?>>
        {
            ["content"] = _ => (JsonNode)content,
        })));
    }

    private QueryObject AddLabels(JsonObject input)
    {
        var discussion = schema.Find($"{input["labelableId"]}", "discussions=write");
        foreach (var id in input["labelIds"]!.AsArray())
        {
            discussion.Add(discussion.Repository.Labels.Values.FirstOrDefault(label => Shapes.Node("LA", label.Id) == $"{id}")
                ?? throw QueryException.NoNode($"{id}"));
        }

        return Payload("AddLabelsToLabelablePayload", input);
    }

    private SimulatedItem Open(string id)
    {
        var discussion = schema.Find(id, "discussions=write");
        RefuseClosedOff(discussion);
        return discussion;
    }

    private static void RefuseClosedOff(SimulatedItem discussion)
    {
        RefuseArchived(discussion.Repository);
        if (discussion.Locked)
        {
            throw new QueryException("FORBIDDEN", "Discussion is locked.");
        }
    }

    private static void RefuseArchived(SimulatedRepository repository)
    {
        if (repository.Archived)
        {
            throw new QueryException("FORBIDDEN", "Repository was archived so is read-only.");
        }
    }

    private static string Text(JsonObject input, string name, int longest)
    {
        var text = $"{input[name]}";
        return text.Length == 0 ? throw new QueryException("UNPROCESSABLE", $"{char.ToUpperInvariant(name[0])}{name[1..]} can't be blank")
            : text.Length > longest ? throw new QueryException("UNPROCESSABLE", $"{char.ToUpperInvariant(name[0])}{name[1..]} is too long (maximum is {longest} characters)")
            : text;
    }

    private static JsonObject Input(QueryField field, params string[] required) =>
        field.Arguments.GetValueOrDefault("input") is JsonObject input && required.All(name => input[name] is not null) ? input
        : throw new QueryException("missingRequiredInputObjectAttribute", $"Field '{field.Name}' is missing required arguments");

    private static QueryObject Payload(string type, JsonObject input, params (string Name, Func<QueryField, object?> Resolve)[] fields)
    {
        var all = fields.ToDictionary(field => field.Name, field => field.Resolve);
        all["clientMutationId"] = _ => input["clientMutationId"]?.DeepClone();
        return new(type, all);
    }
}
