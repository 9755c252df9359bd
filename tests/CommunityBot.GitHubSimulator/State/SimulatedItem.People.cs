using System.Collections.Concurrent;

namespace CommunityBot.GitHubSimulator;

/// <summary>What people did with an item, and when.</summary>
public sealed partial record SimulatedItem
{
    private readonly ConcurrentQueue<SimulatedUser> _assignees = new();
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

    public IReadOnlyCollection<SimulatedUser> Assignees => _assignees;

    public IReadOnlyCollection<SimulatedReview> Reviews => _reviews;

    /// <summary>Issues that a pull request closes once it is merged into the default branch; of any repository.</summary>
    public IReadOnlyCollection<SimulatedItem> Closes => _closes;

    /// <summary>When its labels or assignees last changed.</summary>
    internal DateTimeOffset? ChangedAt { get; set; }

    /// <summary>When anything last happened to it.</summary>
    public DateTimeOffset UpdatedAt =>
        new[] { CreatedAt, ClosedAt, ChangedAt }.Concat(Comments.Select(comment => (DateTimeOffset?)comment.CreatedAt)).Max()!.Value;

    public void Add(SimulatedUser assignee) => _assignees.Enqueue(assignee);

    public void Add(SimulatedReview review) => _reviews.Enqueue(review);

    public void AddClosing(SimulatedItem issue) => _closes.Enqueue(issue);
}
