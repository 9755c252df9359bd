using CommunityBot.GitHub;
using CommunityBot.Team;

namespace CommunityBot.Outbox;

/// <summary>What has become of that which a message is about by the time it is posted.</summary>
public sealed class StateOfNow(IGitHubReader reader, Claims claims)
{
    private const string ClosedOff = "it was closed or locked meanwhile";

    /// <summary>
    /// Why an effect is not wanted any more, null if it is: nothing is said that was taken back, or of a claim that is over or of which something is to be seen, nothing where the conversation was
    /// locked meanwhile, and what was to wait is not said of what was closed. For what is said at once GitHub is not asked, since the delivery has just told of it.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="effect">Its effect.</param>
    /// <param name="attempts">Attempts so far, this one included.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<string?> WhyNotAsync(OutboxMessage message, Effect effect, int attempts, CancellationToken cancellationToken)
    {
        if (effect is not SpokenEffect spoken)
        {
            return null;
        }

        if (spoken.TakenBack is { } why)
        {
            return why;
        }

        if (spoken is CommentEffect { ClaimId: { } claim } of)
        {
            return await claims.IsOpenAsync(claim) ? WhyNot(of, await reader.ReadIssueWorkAsync(message.Repository, of.Number, cancellationToken)) : "the claim is over";
        }

        if (attempts == 1 && !spoken.OnlyWhileOpen)
        {
            return null;
        }

        var state = spoken switch
        {
            CommentEffect on => await reader.ReadStateAsync(message.Repository, on.Number, cancellationToken),
            DiscussionCommentEffect on => await reader.ReadDiscussionStateAsync(message.Repository, on.DiscussionId, cancellationToken),
            _ => new ItemState(IsOpen: true, IsLocked: false),
        };
        return state.IsLocked || (spoken.OnlyWhileOpen && !state.IsOpen) ? ClosedOff : null;
    }

    private static string? WhyNot(CommentEffect comment, IssueWork work) =>
        work.IsLocked || !work.IsOpen ? ClosedOff
        : work.HasOpenPullRequest ? "a pull request for it is open"
        : work.Assignees.All(assignee => assignee.Id != comment.PersonId) ? "it is not assigned to them any more"
        : null;
}
