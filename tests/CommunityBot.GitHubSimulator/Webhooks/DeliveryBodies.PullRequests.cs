using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>What deliveries tell of pull requests alone. Where nobody is named, it was the author.</summary>
public sealed partial class DeliveryBodies
{
    /// <summary>A push to a pull request, whose head is another commit from here on.</summary>
    public SimulatedDelivery Synchronized(SimulatedItem pull, string before, SimulatedUser? sender = null) =>
        Changed(pull, "synchronize", sender, ("before", before), ("after", pull.HeadSha));

    /// <summary>A pull request goes to another branch from here on.</summary>
    public SimulatedDelivery BaseEdited(SimulatedItem pull, string from, SimulatedUser? sender = null) => Changed(pull, "edited", sender, ("changes", new JsonObject
    {
        ["base"] = new JsonObject { ["ref"] = new JsonObject { ["from"] = from }, ["sha"] = new JsonObject { ["from"] = pull.BaseSha } },
    }));

    /// <summary>A pull request has another title from here on.</summary>
    public SimulatedDelivery TitleEdited(SimulatedItem pull, string from, SimulatedUser? sender = null) =>
        Changed(pull, "edited", sender, ("changes", new JsonObject { ["title"] = new JsonObject { ["from"] = from } }));

    public SimulatedDelivery MadeReady(SimulatedItem pull, SimulatedUser? sender = null) => Changed(pull, "ready_for_review", sender);

    public SimulatedDelivery MadeDraft(SimulatedItem pull, SimulatedUser? sender = null) => Changed(pull, "converted_to_draft", sender);

    public SimulatedDelivery Locked(SimulatedItem pull, SimulatedUser? sender = null) => Changed(pull, "locked", sender);

    public SimulatedDelivery Unlocked(SimulatedItem pull, SimulatedUser? sender = null) => Changed(pull, "unlocked", sender);

    public SimulatedDelivery ReviewRequested(SimulatedItem pull, SimulatedUser reviewer, SimulatedUser? sender = null) =>
        Changed(pull, "review_requested", sender, ("requested_reviewer", Shapes.User(reviewer)));

    public SimulatedDelivery ReviewRequested(SimulatedItem pull, SimulatedTeam team, SimulatedUser? sender = null) =>
        Changed(pull, "review_requested", sender, ("requested_team", TeamShapes.Of(team)));

    public SimulatedDelivery ReviewRequestRemoved(SimulatedItem pull, SimulatedUser reviewer, SimulatedUser? sender = null) =>
        Changed(pull, "review_request_removed", sender, ("requested_reviewer", Shapes.User(reviewer)));

    public SimulatedDelivery ReviewRequestRemoved(SimulatedItem pull, SimulatedTeam team, SimulatedUser? sender = null) =>
        Changed(pull, "review_request_removed", sender, ("requested_team", TeamShapes.Of(team)));

    public SimulatedDelivery ReviewSubmitted(SimulatedReview review) => Reviewed(review, "submitted", review.Author);

    /// <summary>A review no longer counts, somebody said.</summary>
    public SimulatedDelivery ReviewDismissed(SimulatedReview review, SimulatedUser sender) => Reviewed(review, "dismissed", sender);

    private SimulatedDelivery Reviewed(SimulatedReview review, string action, SimulatedUser sender)
    {
        var pull = review.PullRequest;
        var html = $"{Shapes.Html(pull)}#pullrequestreview-{review.Id}";
        var api = $"{Shapes.Api(pull.Repository)}/pulls/{pull.Number}";
        var payload = Base(action, pull.Repository, sender);
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
}
