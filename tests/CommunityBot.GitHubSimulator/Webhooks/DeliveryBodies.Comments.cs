using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>What deliveries tell of comments, on anything that can be commented on.</summary>
public sealed partial class DeliveryBodies
{
    public SimulatedDelivery Commented(SimulatedItem item, SimulatedComment comment) => Commented(item, comment, "created", comment.Author);

    /// <summary>A comment was changed; by its author if nobody is named.</summary>
    public SimulatedDelivery CommentEdited(SimulatedItem item, SimulatedComment comment, string from, SimulatedUser? sender = null) =>
        Commented(item, comment, "edited", sender ?? comment.Author, new() { ["body"] = new JsonObject { ["from"] = from } });

    private SimulatedDelivery Commented(SimulatedItem item, SimulatedComment comment, string action, SimulatedUser sender, JsonObject? changes = null)
    {
        var (webhook, name, about, told) = comment.Path is not null
            ? ("pull_request_review_comment", "pull_request", PullRequestShape.Simple(github, item), LineCommentShape.Of(item, comment))
            : item.IsDiscussion ? ("discussion_comment", "discussion", DiscussionShapes.Of(github, item), DiscussionShapes.Comment(item, comment, comment.Association))
            : ("issue_comment", "issue", Shapes.Issue(github, item), Shapes.Comment(github, item, comment));
        var payload = Base(action, item.Repository, sender);
        (payload[name], payload["comment"]) = (about, told);
        if (changes is not null)
        {
            payload["changes"] = changes;
        }

        return Make(webhook, payload);
    }
}
