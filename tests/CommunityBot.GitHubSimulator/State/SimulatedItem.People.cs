using System.Collections.Concurrent;
using CommunityBot.GitHubSimulator.State;

namespace CommunityBot.GitHubSimulator;

/// <summary>What people did with an item, and when.</summary>
public sealed partial record SimulatedItem
{
    private readonly Roll<SimulatedUser> _assignees = new();
    private readonly Roll<SimulatedUser> _requestedReviewers = new();
    private readonly Roll<SimulatedTeam> _requestedTeams = new();
    private readonly ConcurrentQueue<SimulatedReview> _reviews = new();
    private readonly ConcurrentQueue<SimulatedItem> _closes = new();

    public DateTimeOffset? ClosedAt { get; set; }

    public SimulatedUser? ClosedBy { get; set; }

    /// <summary>Why an issue was closed: <c>completed</c>, <c>not_planned</c> or <c>duplicate</c>.</summary>
    public string? StateReason { get; set; }

    public DateTimeOffset? MergedAt { get; set; }

    public SimulatedUser? MergedBy { get; set; }

    /// <summary>What a pull request was merged as.</summary>
    public string? MergeSha { get; set; }

    public IReadOnlyCollection<SimulatedUser> Assignees => _assignees.All;

    /// <summary>Who is asked for a review, and has not given one since.</summary>
    public IReadOnlyCollection<SimulatedUser> RequestedReviewers => _requestedReviewers.All;

    /// <summary>Teams that are asked for a review, and of which nobody has given one since.</summary>
    public IReadOnlyCollection<SimulatedTeam> RequestedTeams => _requestedTeams.All;

    public IReadOnlyCollection<SimulatedReview> Reviews => _reviews;

    /// <summary>Issues that a pull request closes once it is merged into the default branch; of any repository.</summary>
    public IReadOnlyCollection<SimulatedItem> Closes => _closes;

    /// <summary>When it last changed otherwise than by a comment or a review.</summary>
    internal DateTimeOffset? ChangedAt { get; set; }

    /// <summary>When anything last happened to it.</summary>
    public DateTimeOffset UpdatedAt =>
        new[] { CreatedAt, ClosedAt, ChangedAt }
            .Concat(Comments.Select(comment => (DateTimeOffset?)comment.UpdatedAt)).Concat(Reviews.Select(review => (DateTimeOffset?)review.SubmittedAt)).Max()!.Value;

    public void Add(SimulatedUser assignee) => _assignees.Add(assignee);

    public void Remove(SimulatedUser assignee) => _assignees.Remove(assignee);

    public void Request(SimulatedUser reviewer) => _requestedReviewers.Add(reviewer);

    public void Request(SimulatedTeam team) => _requestedTeams.Add(team);

    public void Withdraw(SimulatedUser reviewer) => _requestedReviewers.Remove(reviewer);

    public void Withdraw(SimulatedTeam team) => _requestedTeams.Remove(team);

    public void Add(SimulatedReview review) => _reviews.Enqueue(review);

    public void AddClosing(SimulatedItem issue) => _closes.Enqueue(issue);
}
