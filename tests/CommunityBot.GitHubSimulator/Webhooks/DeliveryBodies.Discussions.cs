using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>What deliveries tell of discussions.</summary>
public sealed partial class DeliveryBodies
{
    /// <summary>A discussion that was made of an issue: it arrives as created, by the author of the issue, and tells nothing of who did it but the sender.</summary>
    public SimulatedDelivery DiscussionConverted(SimulatedItem discussion, SimulatedUser by) => DiscussionArrived(discussion, "converting", by);

    /// <summary>A discussion that came from another repository, as that which it came to is told.</summary>
    public SimulatedDelivery DiscussionReceived(SimulatedItem discussion, SimulatedUser by) => DiscussionArrived(discussion, "transferring", by);

    /// <summary>A discussion that went to another repository, as that which it came from is told.</summary>
    public SimulatedDelivery DiscussionTransferred(SimulatedItem discussion, SimulatedItem to, SimulatedUser by)
    {
        var payload = DiscussionPayload(discussion, "transferred", by);
        payload["changes"] = new JsonObject
        {
            ["new_discussion"] = DiscussionShapes.Of(github, to),
            ["new_repository"] = Shapes.Repository(github, to.Repository),
        };
        return Make("discussion", payload);
    }

    /// <summary>An answer was marked; by the author of the question if nobody is named.</summary>
    public SimulatedDelivery DiscussionAnswered(SimulatedItem discussion, SimulatedUser? by = null, string association = "NONE")
    {
        var payload = DiscussionPayload(discussion, "answered", by);
        payload["answer"] = DiscussionShapes.Comment(discussion, discussion.Answer ?? throw new InvalidOperationException("It has no answer."), association);
        return Make("discussion", payload);
    }

    private SimulatedDelivery DiscussionCreated(SimulatedItem discussion) => Make("discussion", DiscussionPayload(discussion, "created"));

    private SimulatedDelivery DiscussionArrived(SimulatedItem discussion, string state, SimulatedUser by)
    {
        var payload = DiscussionPayload(discussion, "created", by);
        payload["discussion"]!["state"] = state;
        return Make("discussion", payload);
    }

    private JsonObject DiscussionPayload(SimulatedItem discussion, string action, SimulatedUser? by = null)
    {
        var payload = Base(action, discussion.Repository, by ?? discussion.Author);
        payload["discussion"] = DiscussionShapes.Of(github, discussion);
        return payload;
    }
}
