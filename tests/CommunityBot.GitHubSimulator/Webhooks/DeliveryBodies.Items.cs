using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>What deliveries tell of what happened to issues and pull requests.</summary>
public sealed partial class DeliveryBodies
{
    /// <summary>An item was closed, or merged; by who closed it if nobody is named.</summary>
    public SimulatedDelivery Closed(SimulatedItem item, SimulatedUser? sender = null) => Changed(item, "closed", sender ?? item.ClosedBy);

    /// <summary>A label was put on; by the author if nobody is named.</summary>
    public SimulatedDelivery Labeled(SimulatedItem item, string label, SimulatedUser? sender = null) => Changed(item, "labeled", sender, label);

    /// <summary>A label was taken off; by the author if nobody is named.</summary>
    public SimulatedDelivery Unlabeled(SimulatedItem item, string label, SimulatedUser? sender = null) => Changed(item, "unlabeled", sender, label);

    public SimulatedDelivery ReviewSubmitted(SimulatedReview review)
    {
        var pull = review.PullRequest;
        var html = $"{Shapes.Html(pull)}#pullrequestreview-{review.Id}";
        var api = $"{Shapes.Api(pull.Repository)}/pulls/{pull.Number}";
        var payload = Base("submitted", pull.Repository, review.Author);
        payload["pull_request"] = PullRequestShape.Simple(github, pull);
        payload["review"] = new JsonObject
        {
            ["id"] = review.Id,
            ["node_id"] = Shapes.Node("PRR", review.Id),
            ["user"] = Shapes.User(review.Author),
            ["body"] = review.Body,
            ["commit_id"] = review.CommitSha,
            ["submitted_at"] = Shapes.Time(review.SubmittedAt),
            ["updated_at"] = Shapes.Time(review.SubmittedAt),
            ["state"] = review.State,
            ["html_url"] = html,
            ["pull_request_url"] = api,
            ["author_association"] = review.Association,
            ["_links"] = new JsonObject { ["html"] = new JsonObject { ["href"] = html }, ["pull_request"] = new JsonObject { ["href"] = api } },
        };
        return Make("pull_request_review", payload);
    }

    private SimulatedDelivery Changed(SimulatedItem item, string action, SimulatedUser? sender, string? label = null)
    {
        var payload = item.IsPullRequest ? PullRequestPayload(item, action, sender) : IssuePayload(item, action, sender);
        if (label is not null)
        {
            payload["label"] = Shapes.Label(github, item.Repository, label);
        }

        return Make(item.IsPullRequest ? "pull_request" : "issues", payload);
    }
}
