using CommunityBot.GitHub;

namespace CommunityBot.Features.Nudges.Facts;

/// <summary>What GitHub's list of open pull requests tells of one.</summary>
internal static class ListedFacts
{
    /// <summary>How it stands, and what its author did; nothing of one that no person opened.</summary>
    public static PullFacts? Of(OpenPullRequest pull) => pull.Author is not { } author ? null : PullFacts.None with
    {
        IsWhole = true,
        Snapshot = new(pull.UpdatedAt, author, pull.Association, pull.OpenedAt)
        {
            IsDraft = pull.IsDraft,
            IsLocked = pull.IsLocked,
            Title = pull.Title,
            Url = pull.Url,
            HeadSha = pull.HeadSha,
            Labels = pull.Labels,
            Reviewers = pull.RequestedPeople,
            Teams = pull.RequestedTeams,
        },
        Size = new(pull.UpdatedAt, pull.Additions + pull.Deletions, pull.ChangedFiles),
        ReadyAt = pull.ReadyAt,
        AuthorActs =
        [
            .. pull.Comments.Where(comment => comment.Author?.Id == author.Id && !CommentRules.IsCommand(comment.Body)).Select(comment => comment.CreatedAt)
                .Concat(pull.Reviews.Where(review => review.Author?.Id == author.Id).Select(review => review.SubmittedAt))

                // A commit says what its author's clock says: of the future, or of before it was opened, it tells nothing.
                .Concat(pull.CommittedAt is { } committed && committed > pull.OpenedAt && committed <= pull.UpdatedAt ? [committed] : [])
                .Select(act => act.ToUnixTimeSeconds())
                .Distinct()
                .Order(),
        ],
    };

    /// <summary>What somebody with a say said in a review.</summary>
    public static PullFacts Said(Account account, OpenPullReview review, Account author) =>
        ReviewFacts.Said(account, review.State, review.SubmittedAt, review.Body, author.Login);

    /// <summary>What somebody with a say said in a comment.</summary>
    public static PullFacts Said(Account account, OpenPullComment comment, Account author) => ReviewFacts.Commented(account, comment.CreatedAt, comment.Body, author.Login);
}
