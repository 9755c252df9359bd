namespace CommunityBot.Ledger;

/// <summary>
/// Kinds of contribution, named after <see href="https://chaoss.community/kb/metric-types-of-contributions/">CHAOSS</see>. The numbers are stored: they never change.
/// </summary>
public enum ContributionType
{
    /// <summary>Opened an issue.</summary>
    IssueOpened = 1,

    /// <summary>Opened a pull request.</summary>
    PullRequestOpened = 2,

    /// <summary>Had a pull request merged.</summary>
    PullRequestMerged = 3,

    /// <summary>Opened a discussion.</summary>
    DiscussionOpened = 10,

    /// <summary>Answered somebody else's question in a discussion.</summary>
    AnswerGiven = 11,
}
