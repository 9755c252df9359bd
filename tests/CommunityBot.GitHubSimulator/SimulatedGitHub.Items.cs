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

    public static void Lock(SimulatedItem item) => item.Locked = true;

    public static void Unlock(SimulatedItem item) => item.Locked = false;

    /// <summary>Says which issues a pull request closes once it is merged into the default branch; of any repository.</summary>
    public static void Closes(SimulatedItem pullRequest, params SimulatedItem[] issues) => Array.ForEach(issues, pullRequest.AddClosing);

    public SimulatedReview Review(SimulatedItem pullRequest, SimulatedUser reviewer, string state = "approved", string? body = null, string association = "NONE")
    {
        var review = new SimulatedReview(NextId(), pullRequest, reviewer, state, body, association, Time.GetUtcNow());
        pullRequest.Add(review);
        return review;
    }

    /// <summary>Has somebody comment on anything that can be commented on.</summary>
    public SimulatedComment Comment(SimulatedItem item, SimulatedUser author, string body = "Like this.", string association = "NONE")
    {
        var comment = new SimulatedComment(NextId(), author, body, Time.GetUtcNow()) { Association = association };
        item.Add(comment);
        return comment;
    }

    public void Assign(SimulatedItem issue, SimulatedUser user)
    {
        issue.Add(user);
        issue.ChangedAt = Time.GetUtcNow();
    }

    /// <summary>Puts a label on an item.</summary>
    public void AddLabel(SimulatedItem item, string name)
    {
        item.Add(AddLabel(item.Repository, name));
        item.ChangedAt = Time.GetUtcNow();
    }

    /// <summary>Takes a label off an item.</summary>
    public void RemoveLabel(SimulatedItem item, string name)
    {
        item.Remove(AddLabel(item.Repository, name));
        item.ChangedAt = Time.GetUtcNow();
    }
}
