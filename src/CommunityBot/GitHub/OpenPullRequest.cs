namespace CommunityBot.GitHub;

/// <summary>A page of open pull requests.</summary>
/// <param name="PullRequests">Those on it, oldest first.</param>
/// <param name="Next">The cursor of the next page, or null if this is the last.</param>
public sealed record OpenPullRequestPage(IReadOnlyList<OpenPullRequest> PullRequests, string? Next);

/// <summary>An open pull request, with who did something on it last.</summary>
public sealed record OpenPullRequest
{
    /// <summary>Its number in the repository.</summary>
    public required int Number { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its page.</summary>
    public required string Url { get; init; }

    /// <summary>Whether it is a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether its conversation is locked.</summary>
    public bool IsLocked { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When anything last happened to it, also by a bot.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was last made ready for review, if it was a draft before.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>What its last commit says of when it was made, which may be long before it was pushed, or anything.</summary>
    public DateTimeOffset? CommittedAt { get; init; }

    /// <summary>Its last commit.</summary>
    public required string HeadSha { get; init; }

    /// <summary>The branch that it goes to.</summary>
    public required string BaseBranch { get; init; }

    /// <summary>Lines that it adds.</summary>
    public int Additions { get; init; }

    /// <summary>Lines that it takes away.</summary>
    public int Deletions { get; init; }

    /// <summary>Files that it changes.</summary>
    public int ChangedFiles { get; init; }

    /// <summary>Who opened it, if that is a person.</summary>
    public Account? Author { get; init; }

    /// <summary>What GitHub says the author is to the repository.</summary>
    public string Association { get; init; } = "";

    /// <summary>Names of its labels; of very many the first twenty.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>People who are asked for a review.</summary>
    public IReadOnlyList<Account> RequestedPeople { get; init; } = [];

    /// <summary>Teams that are asked for a review, with their organization: <c>org/team</c>.</summary>
    public IReadOnlyList<string> RequestedTeams { get; init; } = [];

    /// <summary>Reviews that were handed in, oldest first; of very many the last fifty.</summary>
    public IReadOnlyList<OpenPullReview> Reviews { get; init; } = [];

    /// <summary>Comments of its conversation, oldest first; of many the last twenty.</summary>
    public IReadOnlyList<OpenPullComment> Comments { get; init; } = [];
}

/// <summary>A review of an open pull request.</summary>
/// <param name="State">GitHub's word, for example <c>CHANGES_REQUESTED</c>.</param>
/// <param name="SubmittedAt">When it was handed in.</param>
/// <param name="Author">Who reviewed, if that is a person.</param>
/// <param name="Association">What GitHub says that person is to the repository.</param>
/// <param name="Body">What it says beside what it says of lines.</param>
public sealed record OpenPullReview(string State, DateTimeOffset SubmittedAt, Account? Author, string Association, string Body);

/// <summary>A comment on an open pull request.</summary>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="Author">Who wrote it, if that is a person.</param>
/// <param name="Association">What GitHub says that person is to the repository.</param>
/// <param name="Body">What it says.</param>
public sealed record OpenPullComment(DateTimeOffset CreatedAt, Account? Author, string Association, string Body);
