namespace CommunityBot.GitHubSimulator;

/// <summary>What people do with pull requests alone.</summary>
public sealed partial class SimulatedGitHub
{
    /// <summary>How the message of a merge from the base begins, by which such a commit is known here.</summary>
    internal const string MergeFromBase = "Merge branch '";

    /// <summary>Has somebody, its author if nobody is named, push a commit to a pull request, and returns the sha that its head was before.</summary>
    public string Push(SimulatedItem pull, SimulatedUser? by = null)
    {
        var before = pull.HeadSha;
        Change(pull, () => Commit(pull, new Dictionary<string, string?> { ["pushed.md"] = $"after {before}\n" }, author: by));
        return before;
    }

    /// <summary>Has somebody bring a pull request up to date by a merge from its base, as GitHub's button does, and returns the sha that its head was before.</summary>
    public string UpdateBranch(SimulatedItem pull, SimulatedUser by)
    {
        var before = pull.HeadSha;
        Change(pull, () => Commit(pull, new Dictionary<string, string?>(), $"{MergeFromBase}{pull.BaseRef}' into {pull.HeadRef}", by));
        return before;
    }

    public void MakeDraft(SimulatedItem pull) => Change(pull, () => pull.Draft = true);

    public void MakeReady(SimulatedItem pull) => Change(pull, () => (pull.Draft, pull.ReadyAt) = (false, Time.GetUtcNow()));

    /// <summary>Asks somebody for a review, who is asked until there is one.</summary>
    public void RequestReview(SimulatedItem pull, SimulatedUser reviewer) => Change(pull, () => pull.Request(reviewer));

    /// <summary>Asks a team for a review, which is asked until somebody of it gives one.</summary>
    public void RequestReview(SimulatedItem pull, SimulatedTeam team) => Change(pull, () => pull.Request(team));

    public void WithdrawRequest(SimulatedItem pull, SimulatedUser reviewer) => Change(pull, () => pull.Withdraw(reviewer));

    public void WithdrawRequest(SimulatedItem pull, SimulatedTeam team) => Change(pull, () => pull.Withdraw(team));

    /// <summary>Has a maintainer say that a review no longer counts.</summary>
    public void Dismiss(SimulatedReview review) => Change(review.PullRequest, () => review.State = "dismissed");

    /// <summary>Has another App check a commit; without a conclusion it is not done yet. <c>action_required</c> are workflows that wait for approval.</summary>
    public void SetChecks(SimulatedRepository repository, string sha, string? conclusion) =>
        repository.Add(new SimulatedCheckSuite(NextId(), sha, conclusion, Time.GetUtcNow()));
}
