using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Reactions to anything on an item.</summary>
internal static class Reactions
{
    /// <summary>Adds a reaction of the App; <paramref name="add"/> says whether it is a new one.</summary>
    public static IResult Add(SimulatedGitHub github, SimulatedItem item, JsonObject body, Func<SimulatedReaction, bool> add)
    {
        if (Answer.ClosedOff(item) is { } refusal)
        {
            return refusal;
        }

        var content = $"{body["content"]}";
        if (!Shapes.ReactionContents.Contains(content))
        {
            return Answer.Refuse(422, "Validation Failed");
        }

        var reaction = new SimulatedReaction(github.NextId(), github.Bot, content, github.Time.GetUtcNow());
        var isNew = add(reaction);
        return Answer.Json(
            new JsonObject
            {
                ["id"] = reaction.Id,
                ["node_id"] = Shapes.Node("REA", reaction.Id),
                ["user"] = Shapes.User(github.Bot),
                ["content"] = reaction.Content,
                ["created_at"] = Shapes.Time(reaction.CreatedAt),
            },
            isNew ? 201 : 200);
    }
}
