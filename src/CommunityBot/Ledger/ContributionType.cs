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

    /// <summary>Reviewed somebody else's pull request.</summary>
    PullRequestReviewed = 4,

    /// <summary>Wrote a part of somebody else's pull request that was merged.</summary>
    CommitCoAuthored = 5,

    /// <summary>Had a pull request merged that changes documentation.</summary>
    DocumentationAuthored = 6,

    /// <summary>Opened an issue that somebody else's pull request fixed.</summary>
    ReportFixed = 7,

    /// <summary>Sorted somebody else's issue: gave it a label, or closed it as a duplicate.</summary>
    IssueTriaged = 8,

    /// <summary>Published a release.</summary>
    ReleasePublished = 9,

    /// <summary>Opened a discussion.</summary>
    DiscussionOpened = 10,

    /// <summary>Answered somebody else's question in a discussion.</summary>
    AnswerGiven = 11,

    /// <summary>Was thanked by somebody else in a comment.</summary>
    KudosReceived = 12,

    /// <summary>Told others of the project in a talk, a post or a demo.</summary>
    SharedElsewhere = 13,
}
