using CommunityBot.GitHub;

namespace CommunityBot.Features.Nudges.Facts;

/// <summary>What reviews and comments of those who have a say tell.</summary>
internal static class ReviewFacts
{
    /// <summary>A review. One that only comments asks for an answer: GitHub takes none that says nothing.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="state">GitHub's word for what it decided, in any case.</param>
    /// <param name="at">When it was handed in.</param>
    public static PullFacts Said(Account account, string? state, DateTimeOffset at) => Spoke(new(account.Id, account.Login, at)
    {
        Reviewed = true,
        AskedAt = state?.ToUpperInvariant() == "COMMENTED" ? at : null,
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
