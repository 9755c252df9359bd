namespace CommunityBot.GitHubSimulator;

/// <summary>A review of a pull request; its state is <c>approved</c>, <c>changes_requested</c>, <c>commented</c> or <c>dismissed</c>.</summary>
public sealed record SimulatedReview(long Id, SimulatedItem PullRequest, SimulatedUser Author, string State, string? Body, string Association, DateTimeOffset SubmittedAt)
{
    public string State { get; set; } = State;

    /// <summary>The pull request's head at that time.</summary>
    public string CommitSha { get; } = PullRequest.HeadSha;
}
