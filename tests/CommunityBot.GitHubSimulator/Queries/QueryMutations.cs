using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>What can be changed, as an installation.</summary>
internal sealed class QueryMutations(SimulatedGitHub github, QuerySchema schema)
{
    private const int LongestComment = 65_536;

    private static readonly string[] Reactions = ["THUMBS_UP", "THUMBS_DOWN", "LAUGH", "HOORAY", "CONFUSED", "HEART", "ROCKET", "EYES"];

    public QueryObject Mutation() => new("Mutation", new Dictionary<string, Func<QueryField, object?>>
    {
        ["addDiscussionComment"] = field => Comment(Input(field, "discussionId", "body")),
        ["addReaction"] = field => React(Input(field, "subjectId", "content")),
        ["addLabelsToLabelable"] = field => AddLabels(Input(field, "labelableId", "labelIds")),
    });

    private QueryObject Comment(JsonObject input)
    {
        var discussion = Open($"{input["discussionId"]}");
        var body = $"{input["body"]}";
        if (body.Length is 0 or > LongestComment)
        {
            throw new QueryException("UNPROCESSABLE", body.Length == 0 ? "Body can't be blank" : $"Body is too long (maximum is {LongestComment} characters)");
        }

        var comment = new SimulatedComment(github.NextId(), github.Bot, body, github.Time.GetUtcNow());
        discussion.Add(comment);
        return Payload("AddDiscussionCommentPayload", input, ("comment", _ => schema.Comment(discussion, comment)));
    }

    private QueryObject React(JsonObject input)
    {
        var discussion = Open($"{input["subjectId"]}");
        var content = $"{input["content"]}";
        if (!Reactions.Contains(content))
        {
            throw new QueryException("argumentLiteralsIncompatible", $"'{content}' is no ReactionContent.");
        }

        var name = content switch { "THUMBS_UP" => "+1", "THUMBS_DOWN" => "-1", _ => content.ToLowerInvariant() };
        discussion.Add(new SimulatedReaction(github.NextId(), github.Bot, name, github.Time.GetUtcNow()));
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
        return discussion.Repository.Archived ? throw new QueryException("FORBIDDEN", "Repository was archived so is read-only.")
            : discussion.Locked ? throw new QueryException("FORBIDDEN", "Discussion is locked.")
            : discussion;
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
