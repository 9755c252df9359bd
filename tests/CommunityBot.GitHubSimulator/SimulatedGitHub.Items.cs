namespace CommunityBot.GitHubSimulator;

/// <summary>What people do with issues and pull requests.</summary>
public sealed partial class SimulatedGitHub
{
    /// <summary>Closes an item; as the owner if nobody is named, and an issue as completed if no reason is given.</summary>
    public void Close(SimulatedItem item, SimulatedUser? by = null, string? stateReason = null)
    {
        item.ClosedBy = by ?? AddUser("owner");
        item.StateReason = item.IsPullRequest || item.IsDiscussion ? null : stateReason ?? "completed";
        item.ClosedAt = Time.GetUtcNow();
    }

    public static void Reopen(SimulatedItem item) => (item.ClosedAt, item.ClosedBy, item.StateReason) = (null, null, null);

    public void Lock(SimulatedItem item) => Change(item, () => item.Locked = true);

    public void Unlock(SimulatedItem item) => Change(item, () => item.Locked = false);

    /// <summary>Says which issues a pull request closes once it is merged into the default branch; of any repository.</summary>
    public static void Closes(SimulatedItem pullRequest, params SimulatedItem[] issues) => Array.ForEach(issues, pullRequest.AddClosing);

    public SimulatedReview Review(SimulatedItem pullRequest, SimulatedUser reviewer, string state = "approved", string? body = null, string association = "NONE")
    {
        var review = new SimulatedReview(NextId(), pullRequest, reviewer, state, body, association, Time.GetUtcNow());
        pullRequest.Add(review);
        pullRequest.Withdraw(reviewer);
        foreach (var team in pullRequest.RequestedTeams.Where(team => team.Members.ContainsKey(reviewer.Id)))
        {
            pullRequest.Withdraw(team);
        }

        return review;
    }

    /// <summary>Has somebody comment on anything that can be commented on.</summary>
    public SimulatedComment Comment(SimulatedItem item, SimulatedUser author, string body = "Like this.", string association = "NONE")
    {
        var comment = new SimulatedComment(NextId(), author, body, Time.GetUtcNow()) { Association = association, Kind = item.IsDiscussion ? "DC" : "IC" };
        item.Add(comment);
        return comment;
    }

    /// <summary>Has somebody comment on a line of what a pull request changes.</summary>
    public SimulatedComment CommentOnLine(SimulatedItem pull, SimulatedUser author, string body = "Like this.", string association = "NONE", string path = "README.md")
    {
        var comment = new SimulatedComment(NextId(), author, body, Time.GetUtcNow()) { Association = association, Kind = "PRRC", Path = path };
        pull.Add(comment);
        return comment;
    }

    /// <summary>Has somebody write something else into a comment, and returns what stood there.</summary>
    public string EditComment(SimulatedComment comment, string body)
    {
        var former = comment.Body;
        (comment.Body, comment.UpdatedAt) = (body, Time.GetUtcNow());
        return former;
    }

    public void Assign(SimulatedItem item, SimulatedUser user) => Change(item, () => item.Add(user));

    public void Unassign(SimulatedItem item, SimulatedUser user) => Change(item, () => item.Remove(user));

    /// <summary>Puts a label on an item.</summary>
    public void AddLabel(SimulatedItem item, string name) => Change(item, () => item.Add(AddLabel(item.Repository, name)));

    /// <summary>Takes a label off an item.</summary>
    public void RemoveLabel(SimulatedItem item, string name) => Change(item, () => item.Remove(AddLabel(item.Repository, name)));

    private void Change(SimulatedItem item, Action change)
    {
        change();
        item.ChangedAt = Time.GetUtcNow();
    }
}
