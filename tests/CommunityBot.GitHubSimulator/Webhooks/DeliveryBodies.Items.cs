using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>What deliveries tell of what happened to issues and pull requests.</summary>
public sealed partial class DeliveryBodies
{
    /// <summary>An item was closed, or merged; by who closed it if nobody is named.</summary>
    public SimulatedDelivery Closed(SimulatedItem item, SimulatedUser? sender = null) => Changed(item, "closed", sender ?? item.ClosedBy);

    /// <summary>A label was put on; by the author if nobody is named.</summary>
    public SimulatedDelivery Labeled(SimulatedItem item, string label, SimulatedUser? sender = null) =>
        Changed(item, "labeled", sender, ("label", Shapes.Label(github, item.Repository, label)));

    /// <summary>A label was taken off; by the author if nobody is named.</summary>
    public SimulatedDelivery Unlabeled(SimulatedItem item, string label, SimulatedUser? sender = null) =>
        Changed(item, "unlabeled", sender, ("label", Shapes.Label(github, item.Repository, label)));

    /// <summary>An item was opened again; by the author if nobody is named.</summary>
    public SimulatedDelivery Reopened(SimulatedItem item, SimulatedUser? sender = null) => Changed(item, "reopened", sender);

    /// <summary>An item was deleted; by the owner if nobody is named.</summary>
    public SimulatedDelivery Deleted(SimulatedItem item, SimulatedUser? sender = null) => Changed(item, "deleted", sender ?? github.AddUser("owner"));

    /// <summary>An issue went to another repository, as this one is told; by the owner if nobody is named.</summary>
    public SimulatedDelivery TransferredTo(SimulatedItem item, SimulatedItem there, SimulatedUser? sender = null) => Changed(item, "transferred", sender ?? github.AddUser("owner"), ("changes", new JsonObject
    {
        ["new_issue"] = Shapes.Issue(github, there),
        ["new_repository"] = Shapes.Repository(github, there.Repository),
    }));

    public SimulatedDelivery Assigned(SimulatedItem item, SimulatedUser assignee, SimulatedUser? sender = null) =>
        Changed(item, "assigned", sender, ("assignee", Shapes.User(assignee)));

    public SimulatedDelivery Unassigned(SimulatedItem item, SimulatedUser assignee, SimulatedUser? sender = null) =>
        Changed(item, "unassigned", sender, ("assignee", Shapes.User(assignee)));

    private SimulatedDelivery Changed(SimulatedItem item, string action, SimulatedUser? sender, params (string Name, JsonNode? Value)[] parts)
    {
        var payload = item.IsPullRequest ? PullRequestPayload(item, action, sender) : IssuePayload(item, action, sender);
        foreach (var (name, value) in parts)
        {
            payload[name] = value;
        }

        return Make(item.IsPullRequest ? "pull_request" : "issues", payload);
    }
}
