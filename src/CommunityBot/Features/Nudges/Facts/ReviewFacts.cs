using CommunityBot.GitHub;

namespace CommunityBot.Features.Nudges.Facts;

/// <summary>What reviews and comments of those who have a say tell.</summary>
internal static class ReviewFacts
{
    /// <summary>GitHub's word for a review that decides nothing.</summary>
    private const string Comments = "COMMENTED";

    /// <summary>A review. One that only comments remarks something, since GitHub takes none that says nothing; and it asks for an answer in so many words, or does not.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="state">GitHub's word for what it decided, in any case.</param>
    /// <param name="at">When it was handed in.</param>
    /// <param name="body">What it says beside what it says of lines.</param>
    /// <param name="author">The login of the author of the pull request.</param>
    public static PullFacts Said(Account account, string? state, DateTimeOffset at, string? body, string author) => Spoke(new(account.Id, account.Login, at)
    {
        Reviewed = true,
        RemarkedAt = state?.ToUpperInvariant() == Comments ? at : null,
        AskedAt = state?.ToUpperInvariant() == Comments && CommentRules.Asks(body, author) ? at : null,
        Verdict = state?.ToUpperInvariant() switch
        {
            "APPROVED" => new(at, VerdictKind.Approved),
            "CHANGES_REQUESTED" => new(at, VerdictKind.ChangesRequested),
            "DISMISSED" => new(at, VerdictKind.Dismissed),
            _ => null,
        },
    });

    /// <summary>A comment. It asks for an answer if it asks something or speaks to the author; any other leaves things as they are.</summary>
    public static PullFacts Commented(Account account, DateTimeOffset at, string body, string author) =>
        CommentRules.IsCommand(body) ? PullFacts.None : Spoke(new(account.Id, account.Login, at) { AskedAt = CommentRules.Asks(body, author) ? at : null });

    private static PullFacts Spoke(Voice voice) => PullFacts.None with { Voices = [voice] };
}
